package org.affogato.api.file;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.NotFound;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.FileStore.Stored;
import org.affogato.engine.spi.FileType;

/**
 * Sends contents: whole, in part, or not at all where the caller has them already. What browsers could run as a page of
 * this site goes out as a download and without rights. Frappe: {@code send_private_file}.
 */
@Singleton
class FileDelivery {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> PAGES =
            Set.of("text/html", "text/xml", "application/xml", "image/svg+xml", "application/xhtml+xml");

    private final FileStore store;

    FileDelivery(FileStore store) {
        this.store = store;
    }

    /**
     * @param download whether a browser shall keep the file rather than show it
     * @throws NotFound where there is no content
     */
    Reply reply(FilePath path, HttpCall call, boolean download) {
        Stored stored = store.find(path).orElseThrow(() -> new NotFound("There is no file " + path));
        String type = FileType.mediaTypeOf(path.name());
        Map<String, String> headers = headers(path, stored, type, download);
        if (isKnown(call, stored)) {
            return new Reply(304, shown(type), whole(path, stored), headers);
        }
        Optional<ByteRange> range = range(call, stored);
        if (range.isEmpty()) {
            return new Reply(200, shown(type), whole(path, stored), headers);
        }
        if (!range.get().isSatisfiable()) {
            headers.put("Content-Range", "bytes */" + stored.size());
            return new Reply(416, shown(type), new byte[0], headers);
        }
        headers.put("Content-Range", range.get().contentRange(stored.size()));
        return new Reply(206, shown(type), stream(path, range.get()), headers);
    }

    private Reply.Stream whole(FilePath path, Stored stored) {
        return stream(path, new ByteRange(0, stored.size()));
    }

    private Reply.Stream stream(FilePath path, ByteRange part) {
        return new Reply.Stream(part.length(), () -> store.open(path, part.offset(), part.length()));
    }

    private static Map<String, String> headers(FilePath path, Stored stored, String type, boolean download) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", etag(stored));
        headers.put("Last-Modified", HTTP_DATE.format(stored.modified()));
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", path.isPrivate() ? "private, no-cache" : "public, max-age=600");
        headers.put("X-Content-Type-Options", "nosniff");
        if (PAGES.contains(type)) {
            headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        }
        if (download || PAGES.contains(type)) {
            headers.put("Content-Disposition", attachment(path.fileName()));
        }
        return headers;
    }

    private static String shown(String type) {
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    private static String etag(Stored stored) {
        return "\"%x-%x\"".formatted(stored.size(), stored.modified().toEpochMilli());
    }

    /** In plain letters for old clients, then in all letters. */
    static String attachment(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder escaped = new StringBuilder();
        name.chars()
                .forEach(letter -> plain.append(
                        letter < ' ' || letter > '~' || letter == '"' || letter == '\\' ? '_' : (char) letter));
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = Character.isLetterOrDigit(letter) && letter > 0 || "-._~".indexOf(letter) >= 0;
            escaped.append(isPlain ? String.valueOf((char) letter) : "%%%02X".formatted(letter & 0xff));
        }
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, escaped);
    }

    private static boolean isKnown(HttpCall call, Stored stored) {
        String tags = call.header("If-None-Match");
        if (!tags.isEmpty()) {
            return tags.strip().equals("*")
                    || List.of(tags.split("\\s*,\\s*")).stream().anyMatch(tag -> isSame(tag, stored));
        }
        return isUnchangedSince(call.header("If-Modified-Since"), stored);
    }

    private static boolean isSame(String tag, Stored stored) {
        return tag.strip().replaceFirst("^W/", "").equals(etag(stored));
    }

    private static boolean isUnchangedSince(String date, Stored stored) {
        try {
            return !date.isEmpty()
                    && !stored.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(HTTP_DATE.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** A part of another version than the caller has the rest of would be of no use. */
    private static Optional<ByteRange> range(HttpCall call, Stored stored) {
        String condition = call.header("If-Range").strip();
        boolean fits = condition.isEmpty()
                || condition.equals(etag(stored))
                || condition.equals(HTTP_DATE.format(stored.modified()));
        return fits ? ByteRange.of(call.header("Range"), stored.size()) : Optional.empty();
    }
}
