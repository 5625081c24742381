package org.affogato.api.method.desk.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.affogato.engine.fieldtype.Texts;
import org.jspecify.annotations.Nullable;

/** A table as comma-separated text. Cells that a spreadsheet would run as a formula are made plain text. */
final class CsvTable implements TableFile {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+([eE][+-]?\\d+)?%?");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Writer out;
    private final char delimiter;
    private final Quoting quoting;

    /** Which cells stand in quotes whatever they hold; numbered as in Python's {@code csv}. */
    enum Quoting {
        WHERE_NEEDED,
        ALWAYS,
        TEXT;

        static Quoting of(String number) {
            return switch (number) {
                case "0", "3" -> WHERE_NEEDED;
                case "1" -> ALWAYS;
                default -> TEXT;
            };
        }
    }

    CsvTable(Writer out, char delimiter, Quoting quoting) {
        this.out = out;
        this.delimiter = delimiter;
        this.quoting = quoting;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    out.write(delimiter);
                }
                cell(values.get(i));
            }
            out.write("\r\n");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private void cell(@Nullable Object value) throws IOException {
        boolean number = value instanceof Number;
        String text = value instanceof String given ? harmless(PlainText.of(given)) : Texts.of(value);
        boolean quoted = quoting == Quoting.ALWAYS || quoting == Quoting.TEXT && !number || needsQuotes(text);
        out.write(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
    }

    private boolean needsQuotes(String text) {
        return text.indexOf(delimiter) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
