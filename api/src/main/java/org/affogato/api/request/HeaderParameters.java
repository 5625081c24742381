package org.affogato.api.request;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters behind a header's value, such as {@code name="x"; filename*=UTF-8''y}. */
final class HeaderParameters {
    /** Possessive: a long text must not cost a stack frame a letter. */
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([\\w-]++)(\\*?)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\\s]*+))");

    private HeaderParameters() {}

    /** By name in lower case; the spelling that can hold any letter ({@code name*}) wins over the plain one. */
    static Map<String, String> of(String header) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> extended = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            String quoted = matcher.group(3);
            String value = quoted == null ? matcher.group(4) : quoted.replaceAll("\\\\([\"\\\\])", "$1");
            if (matcher.group(2).isEmpty()) {
                found.putIfAbsent(name, value);
            } else {
                extended.putIfAbsent(name, decoded(value));
            }
        }
        found.putAll(extended);
        return found;
    }

    /** RFC 8187: charset, language and percent-encoded text, with apostrophes between. */
    private static String decoded(String value) {
        return UrlText.decode(value.substring(value.lastIndexOf('\'') + 1), false);
    }
}
