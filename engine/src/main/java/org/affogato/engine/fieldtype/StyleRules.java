package org.affogato.engine.fieldtype;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sanitising leaves of a style attribute: declarations of known properties, each closed by a semicolon. */
final class StyleRules {
    /** A declaration up to the semicolon that ends it; semicolons in quotes and brackets do not. */
    private static final Pattern PART = Pattern.compile(
            "(?:[^;\"'(]++|\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|\\([^)]*+\\)|.)*?(?:;|$)", Pattern.DOTALL);

    private static final Pattern DECLARATION =
            Pattern.compile("(\\s*)([a-zA-Z-][a-zA-Z0-9_-]*)\\s*:(.*?);?", Pattern.DOTALL);
    private static final Pattern VENDOR = Pattern.compile("-(?:webkit|moz|ms|epub)-[a-z-]+");

    private StyleRules() {}

    static String clean(String style) {
        StringBuilder kept = new StringBuilder();
        Matcher parts = PART.matcher(style);
        while (parts.find() && !parts.group().isEmpty()) {
            Matcher declaration = DECLARATION.matcher(parts.group());
            if (declaration.matches() && isKnown(declaration.group(2))) {
                kept.append(kept.isEmpty() ? "" : declaration.group(1));
                kept.append(declaration.group(2))
                        .append(':')
                        .append(declaration.group(3))
                        .append(';');
            }
        }
        return kept.toString().strip();
    }

    private static boolean isKnown(String property) {
        String name = property.toLowerCase(Locale.ROOT);
        return HtmlNames.STYLES.contains(name) || VENDOR.matcher(name).matches() && !name.equals("-moz-binding");
    }
}
