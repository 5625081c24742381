package org.affogato.engine.fieldtype;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jsoup.Jsoup;

/**
 * Makes markup harmless: tags that are not allowed show as text, allowed ones keep their harmless attributes. A text
 * without tags, or one that is JSON, stays to the letter. Which fields it applies to, their {@code isSanitized} says.
 * Frappe: {@code sanitize_html} in {@code utils/html_utils.py}.
 */
public final class HtmlSanitizer {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private HtmlSanitizer() {}

    public static String sanitize(String text) {
        if (text.indexOf('<') < 0 || !TagScanner.hasTag(text) || isJson(text)) {
            return text;
        }
        String disarmed = new TagScanner(text, HtmlSanitizer::isAllowed).disarm();
        return new MarkupWriter().write(Jsoup.parseBodyFragment(disarmed).body());
    }

    private static boolean isAllowed(String tag) {
        return HtmlNames.ELEMENTS.contains(HtmlNames.cased(tag));
    }

    private static boolean isJson(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("\"")) {
            return false;
        }
        try {
            JSON.readTree(text);
            return true;
        } catch (JsonProcessingException other) {
            return false;
        }
    }
}
