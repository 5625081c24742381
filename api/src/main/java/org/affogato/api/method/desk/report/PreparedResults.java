package org.affogato.api.method.desk.report;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.affogato.api.json.AsDict;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The results of Prepared Reports: each a private file of JSON, packed, that is attached to its document. */
@Singleton
class PreparedResults {
    static final String DOCTYPE = "Prepared Report";
    private static final String PACKED = ".gz";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm");

    private final FileStore store;

    PreparedResults(FileStore store) {
        this.store = store;
    }

    /** A stored result. */
    record Stored(String fileName, byte[] json) {}

    /** What a reader of a report gets that is to be prepared: the result, if there is one, and its document. */
    Map<String, @Nullable Object> answer(Context context, OpenedReport report, @Nullable Object filters) {
        Document prepared = chosen(context, report, filters).orElse(null);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        if (prepared != null) {
            try {
                answer.putAll(Json.object(
                        Json.read(read(prepared, context).map(Stored::json).orElse(new byte[0]))));
            } catch (EngineException | UncheckedIOException unreadable) {
                prepared = null;
                context.answer().message(new Answer.Message("The prepared report cannot be shown", Map.of()));
            }
        }
        answer.put("prepared_report", true);
        answer.put("doc", prepared == null ? null : new AsDict(prepared));
        return answer;
    }

    /** The one whose name stands among the filters, else the last one that the caller had made with them. */
    private static Optional<Document> chosen(Context context, OpenedReport report, @Nullable Object filters) {
        Object asked = ReportFilters.read(filters);
        if (asked instanceof Map<?, ?> map && map.containsKey("prepared_report_name")) {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(Json.object(map));
            Object name = others.remove("prepared_report_name");
            if (name != null && !name.equals("")) {
                return Optional.of(readable(name.toString(), context));
            }
            asked = others;
        }
        return named(context, report.name(), asked, List.of("Completed"))
                .findFirst()
                .map(name -> context.documents().get(DOCTYPE, name));
    }

    private static Document readable(String name, Context context) {
        Document prepared = context.documents().get(DOCTYPE, name);
        if (!isOpen(prepared, Right.READ, context)) {
            throw new PermissionError("You may not read the prepared report %s".formatted(name));
        }
        return prepared;
    }

    /** Whoever had it made may do as they like; others by their rights. */
    static boolean isOpen(Document prepared, Right right, Context context) {
        return prepared.owner().equals(context.user()) || context.permissions().has(right, prepared);
    }

    /** The caller's own with exactly these filters, the last one first. The database compares without regard to case. */
    static Stream<String> named(Context context, String report, @Nullable Object filters, List<String> statuses) {
        String text = ReportFilters.text(filters);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("report_name", report);
        wanted.put("filters", text);
        wanted.put("status", List.of("in", statuses));
        wanted.put("owner", context.user());
        return context
                .documents()
                .list(ListRequest.all(DOCTYPE, List.of("name", "filters"), wanted)
                        .orderedBy("modified desc"))
                .stream()
                .filter(row -> text.equals(row.get("filters")))
                .map(row -> String.valueOf(row.get("name")));
    }

    /** Packs a result. */
    static byte[] packed(Map<String, @Nullable Object> result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(new GZIPOutputStream(bytes))) {
            JsonWriter.write(out, result);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static void attach(byte[] packed, String prepared, Context context) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file_name", "%s-%s.json%s".formatted(MINUTE.format(context.now()), prepared, PACKED));
        file.put("attached_to_doctype", DOCTYPE);
        file.put("attached_to_name", prepared);
        file.put("is_private", 1L);
        file.put("content", packed);
        context.documents().insert(context.documents().create("File", file));
    }

    /** The result of a Prepared Report as JSON; empty where it has none. */
    Optional<Stored> read(Document prepared, Context context) {
        Map<String, Object> attached =
                Map.of("attached_to_doctype", DOCTYPE, "attached_to_name", prepared.name(), "is_private", 1L);
        return context
                .documents()
                .list(ListRequest.all("File", List.of("file_name", "file_url"), attached)
                        .orderedBy("creation desc")
                        .limited(1))
                .stream()
                .findFirst()
                .flatMap(row -> FilePath.of(String.valueOf(row.get("file_url")))
                        .filter(store::exists)
                        .map(path -> new Stored(unpackedName(String.valueOf(row.get("file_name"))), unpacked(path))));
    }

    private static String unpackedName(String name) {
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    private byte[] unpacked(FilePath path) {
        try (InputStream in = new GZIPInputStream(store.content(path).open())) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
