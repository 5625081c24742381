package org.affogato.api.auth.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.api.request.Reply;

/**
 * An HTML page with places for values, which are escaped. Only its own script runs on it, nobody may frame it, and
 * nothing keeps it.
 */
public final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-%s';"
            + " connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private final String text;

    private Page(String text) {
        this.text = text;
    }

    /** The page of that name among the resources, in the frame of all; its first line is the title. */
    public static Page named(String name) {
        String content = resource(name + ".html");
        int title = content.indexOf('\n');
        return new Page(resource("frame.html")
                .replace("/* style */", resource("style.css").strip())
                .replace("<!-- title -->", content.substring(0, title))
                .replace("<!-- body -->", content.substring(title).strip()));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/pages/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** A page that says one thing. */
    public static Reply notice(int status, String title, String message) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", title);
        parts.put("message", message);
        return named("notice").fill(status, parts, Map.of());
    }

    public Reply fill(Map<String, String> parts) {
        return fill(200, parts, Map.of());
    }

    /**
     * @param markup parts that are HTML already
     */
    public Reply fill(Map<String, String> parts, Map<String, String> markup) {
        return fill(200, parts, markup);
    }

    private Reply fill(int status, Map<String, String> parts, Map<String, String> markup) {
        String nonce = nonce();
        Map<String, String> all = new LinkedHashMap<>();
        parts.forEach((name, value) -> all.put(name, escaped(value)));
        all.putAll(markup);
        all.put("nonce", nonce);
        String filled =
                PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(all.getOrDefault(place.group(1), "")));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", POLICY.formatted(nonce));
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        return new Reply(status, "text/html; charset=utf-8", filled.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The text as HTML shows it, also in an attribute. */
    public static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
