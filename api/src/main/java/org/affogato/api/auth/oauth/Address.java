package org.affogato.api.auth.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses with parameters, each encoded. */
final class Address {
    private Address() {}

    static String with(String address, Map<String, String> parameters) {
        String query = query(parameters);
        if (query.isEmpty()) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + query;
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
