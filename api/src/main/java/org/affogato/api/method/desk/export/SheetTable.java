package org.affogato.api.method.desk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as a spreadsheet with one sheet. Texts are stored as texts, so that none of them is a formula. */
final class SheetTable implements TableFile {
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int ROWS_AT_ONCE = 1000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    SheetTable(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Affogato", "1.0");
        this.sheet = workbook.newWorksheet(sheetName(name));
    }

    private static String sheetName(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String known = plain.isEmpty() ? "Sheet" : plain;
        return known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        if (rows == MOST_ROWS) {
            throw new ValidationError("A spreadsheet holds %d rows at most: export as CSV".formatted(MOST_ROWS));
        }
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        rows++;
        if (rows % ROWS_AT_ONCE == 0) {
            flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean flag -> sheet.value(rows, column, flag);
            case Number number -> sheet.value(rows, column, number);
            case LocalDate date -> {
                sheet.value(rows, column, date);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime moment -> {
                sheet.value(rows, column, moment);
                sheet.style(rows, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> sheet.value(rows, column, text(value));
        }
    }

    private static String text(Object value) {
        String text = UNPRINTABLE.matcher(PlainText.of(Texts.of(value))).replaceAll("");
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
