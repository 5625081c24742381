package org.affogato.engine.lifecycle;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A value as a Version shows it. Frappe: {@code format_value}. */
final class ShownValue {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;

    private ShownValue() {}

    static @Nullable Object of(DocField field, @Nullable Object value) {
        if (!Truth.of(value) || value == null) {
            return DocumentText.plain(value);
        }
        return switch (field.fieldtype()) {
            case "Currency" -> number(value, precision(field, 2));
            case "Float" ->
                isWhole(value) && field.options() == null ? number(value, 0) : number(value, precision(field, 3));
            case "Percent" -> Texts.of(Math.round(number(value) * 100) / 100.0) + "%";
            case "Text", "Small Text" -> Texts.of(value).replace("\n", "<br>");
            case "Duration" -> duration((long) number(value));
            default -> DocumentText.plain(value);
        };
    }

    private static int precision(DocField field, int otherwise) {
        int own = field.attributes().integer("precision");
        return own > 0 ? own : otherwise;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    private static boolean isWhole(Object value) {
        return number(value) == Math.rint(number(value));
    }

    private static String number(Object value, int decimals) {
        String pattern = "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : "");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number(value));
    }

    private static String duration(long seconds) {
        StringBuilder text = new StringBuilder();
        append(text, seconds / SECONDS_A_DAY, "d");
        append(text, seconds % SECONDS_A_DAY / SECONDS_AN_HOUR, "h");
        append(text, seconds % SECONDS_AN_HOUR / 60, "m");
        append(text, seconds % 60, "s");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count != 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
        }
    }
}
