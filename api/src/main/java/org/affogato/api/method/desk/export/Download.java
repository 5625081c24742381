package org.affogato.api.method.desk.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * A table as an answer that a browser saves. Rows go through a temporary file, so that memory holds neither them nor
 * more than one copy of the file. Frappe: {@code provide_binary_file}.
 *
 * @param format {@code CSV} or {@code Excel}
 * @param title the file's name without its extension, and the sheet's
 */
public record Download(String format, String title, char delimiter, String quoting) {
    public Download {
        if (!format.equals("CSV") && !format.equals("Excel")) {
            throw new ValidationError("A table is exported as CSV or Excel");
        }
    }

    /** As the arguments of a call ask for it. */
    public static Download of(Map<String, @Nullable Object> arguments, String title) {
        String delimiter = text(arguments, "csv_delimiter");
        return new Download(
                text(arguments, "file_format_type"),
                title,
                delimiter.isEmpty() ? ',' : delimiter.charAt(0),
                text(arguments, "csv_quoting"));
    }

    private static String text(Map<String, @Nullable Object> arguments, String name) {
        Object value = arguments.get(name);
        return value == null ? "" : value.toString();
    }

    /** The answer, with what the content writes. */
    public Reply reply(Consumer<TableFile> content) {
        try {
            Path file = Files.createTempFile("affogato-export", null);
            try {
                write(file, content);
                return new Reply(200, "application/octet-stream", Files.readAllBytes(file), headers());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private void write(Path file, Consumer<TableFile> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableFile table = table(out)) {
            content.accept(table);
        }
    }

    private TableFile table(OutputStream out) {
        if (format.equals("Excel")) {
            return new SheetTable(out, title);
        }
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return new CsvTable(writer, delimiter, CsvTable.Quoting.of(quoting));
    }

    private Map<String, String> headers() {
        return saved(title + (format.equals("Excel") ? ".xlsx" : ".csv"));
    }

    /** The headers that make a browser save an answer under a name. */
    public static Map<String, String> saved(String fileName) {
        String name = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        String ascii = name.replaceAll("[^ -~]|[\"%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String disposition = "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
        return Map.of("Content-Disposition", disposition);
    }
}
