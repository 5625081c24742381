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
        return shown.substring(1, shown.length() - 1)
                .replace("''", "'")
                .replace("\\'", "'")
                .replace("\\\\", "\\");
    }

    static boolean same(Column wanted, @Nullable String current) {
        String value = wanted.defaultValue();
        if (Objects.equals(value, current)) {
            return true;
        }
        if (isNumeric(wanted.type())) {
            return number(value).compareTo(number(current)) == 0;
        }
        return false;
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
