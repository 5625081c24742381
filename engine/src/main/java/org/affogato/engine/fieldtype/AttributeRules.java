package org.affogato.engine.fieldtype;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What sanitising leaves of an attribute: addresses of harmless schemes only, styles of known properties only. */
final class AttributeRules {
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "cite",
            "action",
            "longdesc",
            "poster",
            "background",
            "datasrc",
            "dynsrc",
            "lowsrc",
            "ping",
            "xml:base");
    private static final Set<String> SCHEMES = Set.of("cid", "http", "https", "mailto");
    private static final Set<String> REFERENCES = Set.of(
            "clip-path",
            "color-profile",
            "cursor",
            "fill",
            "filter",
            "marker",
            "marker-start",
            "marker-mid",
            "marker-end",
            "mask",
            "stroke");
    private static final Set<String> LOCAL_ONLY = Set.of(
            "animate",
            "animateColor",
            "animateMotion",
            "animateTransform",
            "cursor",
            "filter",
            "linearGradient",
            "pattern",
            "radialGradient",
            "set",
            "use");
    private static final Pattern INVISIBLE = Pattern.compile("[`\\x00-\\x20\\x7f-\\xa0\\s\\uFFFD]+");
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern FOREIGN_REFERENCE = Pattern.compile("url\\s*\\(\\s*[^#\\s][^)]+?\\)");

    private AttributeRules() {}

    /** The value that stays, or null where the attribute goes. */
    static @Nullable String clean(String element, String name, String value) {
        if (!isAllowed(element, name) || isAddress(name) && !isHarmless(value)) {
            return null;
        }
        if (name.equals("href")
                && LOCAL_ONLY.contains(element)
                && !value.strip().startsWith("#")) {
            return null;
        }
        if (REFERENCES.contains(name)) {
            String local = FOREIGN_REFERENCE
                    .matcher(Parser.unescapeEntities(value, true))
                    .replaceAll(" ")
                    .strip();
            return local.isEmpty() ? null : local;
        }
        return name.equals("style") ? StyleRules.clean(value) : value;
    }

    private static boolean isAllowed(String element, String name) {
        return name.startsWith("data-")
                || HtmlNames.ATTRIBUTES.contains(name)
                || element.equals("svg") && HtmlNames.SVG_ATTRIBUTES.contains(name);
    }

    private static boolean isAddress(String name) {
        return ADDRESSES.contains(name);
    }

    /** Whether an address has no scheme or a harmless one, however it is spelled. */
    private static boolean isHarmless(String value) {
        String compact = INVISIBLE
                .matcher(Parser.unescapeEntities(value, true))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var scheme = SCHEME.matcher(compact);
        return !scheme.matches() || SCHEMES.contains(scheme.group(1));
    }
}
