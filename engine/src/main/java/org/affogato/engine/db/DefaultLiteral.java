package org.affogato.engine.db;

import java.math.BigDecimal;
import java.util.Objects;
import org.affogato.engine.meta.Column;
import org.jspecify.annotations.Nullable;

/** Default values of columns: written into DDL, which takes no bound values, and compared with what stands there. */
final class DefaultLiteral {
    private DefaultLiteral() {}

    /** A text in quotes that no content can leave. */
    static String quote(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "''") + '\'';
    }

    /** What {@code information_schema} shows, without quotes; null for no default or NULL. */
    static @Nullable String unquote(@Nullable String shown) {
        if (shown == null || shown.equals("NULL")) {
            return null;
        }
        if (shown.length() < 2 || !shown.startsWith("'") || !shown.endsWith("'")) {
            return shown;
        }
        return unescape(shown.substring(1, shown.length() - 1).replace("''", "'"));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean escaped = letter == '\\' && i + 1 < text.length();
            plain.append(escaped ? escaped(text.charAt(++i)) : letter);
        }
        return plain.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> letter;
        };
    }

    static boolean same(Column wanted, @Nullable String current) {
        String value = wanted.defaultValue();
        if (Objects.equals(value, current)) {
            return true;
        }
        if (isNumeric(wanted.type())) {
            return number(value).compareTo(number(current)) == 0;
        }
        boolean time = wanted.type().startsWith("time") || wanted.type().startsWith("datetime");
        return time && value != null && current != null && time(value).equals(time(current));
    }

    /** A time without what the database adds: fractions, seconds, midnight. */
    private static String time(String text) {
        return text.replaceFirst("\\.0+$", "")
                .replaceFirst("^0(\\d:)", "$1")
                .replaceFirst("^(\\d+:\\d+):00$", "$1")
                .replaceFirst(" 00:00:00$", "");
    }

    private static boolean isNumeric(String type) {
        return type.startsWith("int") || type.startsWith("bigint") || type.startsWith("decimal");
    }

    private static BigDecimal number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            return BigDecimal.ZERO;
        }
    }
}
