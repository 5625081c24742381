package org.affogato.engine.naming;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/**
 * The counter that gave a document its number, found back from the name.
 *
 * @param number 0 where the name does not come from the series
 */
record Counted(String prefix, long number) {
    static Counted of(String pattern, Document document, Context context) {
        String whole = pattern.contains("#") ? pattern : pattern + ".#####";
        int counter = whole.indexOf('#');
        int end = counter;
        while (end < whole.length() && whole.charAt(end) == '#') {
            end++;
        }
        String prefix = text(whole.substring(0, counter), document, context);
        String suffix = text(whole.substring(end), document, context);
        return new Counted(prefix, number(document.name(), prefix, suffix));
    }

    private static String text(String pattern, Document document, Context context) {
        NamingPattern parts = new NamingPattern(document, context.now(), (prefix, digits) -> "");
        return parts.parts(List.of(pattern.split("\\.")));
    }

    private static long number(String name, String prefix, String suffix) {
        if (name.length() < prefix.length() + suffix.length() || !name.startsWith(prefix) || !name.endsWith(suffix)) {
            return 0;
        }
        String digits = name.substring(prefix.length(), name.length() - suffix.length());
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }
}
