package org.affogato.engine.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Moments;
import org.affogato.engine.fieldtype.Numbers;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A value as people read it, in Versions and previews. Frappe: {@code format_value}, {@code fmt_money}. */
public final class ShownValue {
    private static final Pattern BLOCKS = Pattern.compile("<br|<div|<p");
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;

    /** Decimals that money has, and that other amounts have where their own are fewer. */
    private static final int USUAL_DECIMALS = 2;

    private static final int FLOAT_DECIMALS = 3;

    private ShownValue() {}

    public static @Nullable Object of(DocField field, @Nullable Object value) {
        if (!Truth.of(value) || value == null) {
            return DocumentText.plain(value);
        }
        return switch (field.fieldtype()) {
            case "Date" -> moment(value, "yyyy-MM-dd");
            case "Datetime" -> moment(value, "yyyy-MM-dd HH:mm:ss");
            case "Time" -> moment(value, "HH:mm:ss");
            case "Currency" -> amount(value, precision(field, USUAL_DECIMALS));
            case "Float" ->
                isWhole(value) && field.options() == null
                        ? amount(value, 0)
                        : amount(value, precision(field, FLOAT_DECIMALS));
            case "Percent" -> percentage(value);
            case "Text", "Small Text" -> lines(Texts.of(value));
            case "Duration" -> duration(Numbers.cint(value));
            default -> DocumentText.plain(value);
        };
    }

    /** Times beyond a day are no moments; they show as they are. */
    private static String moment(Object value, String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(Moments.moment(Texts.of(value)));
        } catch (ValidationError none) {
            return Texts.of(value);
        }
    }

    private static int precision(DocField field, int otherwise) {
        int own = field.attributes().integer("precision");
        return own > 0 ? own : otherwise;
    }

    private static boolean isWhole(Object value) {
        String text = Texts.of(value);
        int point = text.indexOf('.');
        return point < 0 || Numbers.cint(text.substring(point + 1)) == 0;
    }

    /** Half a unit goes to the even neighbour, as the number is and not as it prints. */
    private static BigDecimal rounded(Object value, int decimals) {
        return new BigDecimal(Numbers.flt(value)).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Half a unit goes to the even neighbour, as the number prints. */
    private static String percentage(Object value) {
        BigDecimal printed = BigDecimal.valueOf(Numbers.flt(value));
        return Texts.of(printed.setScale(USUAL_DECIMALS, RoundingMode.HALF_EVEN).doubleValue()) + "%";
    }

    private static String amount(Object value, int precision) {
        int decimals = precision > USUAL_DECIMALS ? needed(rounded(value, precision)) : precision;
        String pattern = "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : "");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(rounded(value, decimals));
    }

    private static int needed(BigDecimal amount) {
        return Math.max(USUAL_DECIMALS, amount.stripTrailingZeros().scale());
    }

    private static String lines(String text) {
        return BLOCKS.matcher(text).find() ? text : text.replace("\n", "<br>");
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
