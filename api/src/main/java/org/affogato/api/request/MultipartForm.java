package org.affogato.api.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.spi.UploadedFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads multipart/form-data: fields as text, files as {@link UploadedFile}. A delimiter is a line of its own, so that
 * files may hold its letters anywhere else; a form that was cut off on its way holds nothing.
 */
final class MultipartForm {
    private final byte[] body;
    private final byte[] dashes;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private MultipartForm(String boundary, byte[] body) {
        this.body = body;
        this.dashes = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, @Nullable Object> read(String contentType, byte[] body) {
        String boundary = HeaderParameters.of(contentType).getOrDefault("boundary", "");
        return boundary.isEmpty() ? Map.of() : new MultipartForm(boundary, body).parts();
    }

    private Map<String, @Nullable Object> parts() {
        Delimiter before = next(0);
        while (before != null && !before.last()) {
            Delimiter after = next(before.end());
            if (after == null) {
                return Map.of();
            }
            addPart(before.end(), after.start());
            before = after;
        }
        return fields;
    }

    /**
     * @param start where what stands before it ends
     * @param end where what follows it begins
     */
    private record Delimiter(int start, int end, boolean last) {}

    private @Nullable Delimiter next(int from) {
        for (int at = from; at >= 0; at = afterBreak(at)) {
            Delimiter found = delimiter(at, from);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Delimiter delimiter(int at, int from) {
        int end = at + dashes.length;
        if (end > body.length || !Arrays.equals(body, at, end, dashes, 0, dashes.length)) {
            return null;
        }
        boolean last = end + 1 < body.length && body[end] == '-' && body[end + 1] == '-';
        int rest = last ? end + 2 : end;
        while (rest < body.length && (body[rest] == ' ' || body[rest] == '\t')) {
            rest++;
        }
        int next = rest + breakAt(rest);
        return last || next > rest ? new Delimiter(beforeBreak(at, from), next, last) : null;
    }

    /** Where the next line begins, or -1. */
    private int afterBreak(int from) {
        for (int at = from; at < body.length; at++) {
            if (breakAt(at) > 0) {
                return at + breakAt(at);
            }
        }
        return -1;
    }

    /** How long the line break is that stands there: CRLF, or one of the two; 0 where there is none. */
    private int breakAt(int at) {
        if (at >= body.length || body[at] != '\r' && body[at] != '\n') {
            return 0;
        }
        return body[at] == '\r' && at + 1 < body.length && body[at + 1] == '\n' ? 2 : 1;
    }

    /** Where the line ends that stands before the one that begins at a place. */
    private int beforeBreak(int at, int from) {
        boolean both = at > 1 && body[at - 1] == '\n' && body[at - 2] == '\r';
        return Math.max(from, at - (both ? 2 : 1));
    }

    private void addPart(int from, int to) {
        Map<String, String> headers = new LinkedHashMap<>();
        int at = from;
        while (at < to && breakAt(at) == 0) {
            int next = afterBreak(at);
            if (next < 0 || next > to) {
                return; // no blank line: headers without a content
            }
            addHeader(new String(body, at, next - at, StandardCharsets.UTF_8), headers);
            at = next;
        }
        Map<String, String> disposition = HeaderParameters.of(headers.getOrDefault("content-disposition", ""));
        String name = disposition.get("name");
        if (name != null && at < to) {
            int content = Math.min(to, at + breakAt(at));
            fields.putIfAbsent(name, value(disposition.get("filename"), headers, content, to));
        }
    }

    private static void addHeader(String line, Map<String, String> headers) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private Object value(@Nullable String filename, Map<String, String> headers, int from, int to) {
        if (filename == null) {
            return new String(body, from, to - from, StandardCharsets.UTF_8);
        }
        return new UploadedFile(filename, headers.getOrDefault("content-type", ""), Arrays.copyOfRange(body, from, to));
    }
}
