package org.affogato.api.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Percent-encoded text as browsers and clients send it: what is no escape stays as it is, bytes are UTF-8. */
final class UrlText {
    private UrlText() {}

    /**
     * @param plusIsSpace in queries and forms, not in paths
     */
    static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            int escaped = raw[at] == '%' ? escape(raw, at) : -1;
            if (escaped >= 0) {
                out.write(escaped);
                at += 2;
            } else {
                out.write(plusIsSpace && raw[at] == '+' ? ' ' : raw[at]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int escape(byte[] raw, int at) {
        if (at + 2 >= raw.length) {
            return -1;
        }
        int high = Character.digit(raw[at + 1], 16);
        int low = Character.digit(raw[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** The pairs of a query or form; the first of several values of a name counts. */
    static Map<String, @Nullable Object> pairs(String text) {
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.putIfAbsent(decode(name, true), decode(value, true));
            }
        }
        return pairs;
    }
}
