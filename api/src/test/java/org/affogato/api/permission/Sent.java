package org.affogato.api.permission;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param body null for a request without one; else it goes out as JSON
 */
record Sent(String verb, String path, @Nullable Object body) {
    /** A method called by GET. */
    static Sent get(String method, Object... arguments) {
        return new Sent("GET", "/api/method/" + method + query(map(arguments)), null);
    }

    static Sent post(String method, Object... arguments) {
        return new Sent("POST", "/api/method/" + method, map(arguments));
    }

    static Sent to(String verb, String path, Object... body) {
        return verb.equals("GET") || verb.equals("DELETE")
                ? new Sent(verb, path + query(map(body)), null)
                : new Sent(verb, path, map(body));
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(Map<String, Object> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(String.valueOf(entry.getValue())))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
