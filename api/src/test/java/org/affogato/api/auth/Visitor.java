package org.affogato.api.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who calls with cookies of his own, from an address of his own; follows no redirects. */
public final class Visitor {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Visitor(URI base) {
        this.base = base;
    }

    /** An answer: status, headers, and the body as text and as JSON. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String text(String key) throws IOException {
            return json().path(key).asText();
        }
    }

    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Visitor from(String address) {
        return with("X-Forwarded-For", address);
    }

    public Visitor bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Visitor withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** The cookie's value; empty for none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public Answer login(String user, String password) throws IOException, InterruptedException {
        return post("/api/method/login", "usr", user, "pwd", password);
    }

    /** Who the site takes the visitor for. */
    public Answer whoAmI() throws IOException, InterruptedException {
        return get("/api/method/frappe.auth.get_logged_user");
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, FORM, HttpRequest.BodyPublishers.noBody());
    }

    /**
     * @param pairs names and values of a form
     */
    public Answer post(String path, String... pairs) throws IOException, InterruptedException {
        return call("POST", path, FORM, form(pairs));
    }

    /**
     * @param type of the body; empty for none
     */
    public Answer call(String verb, String path, String type, String body) throws IOException, InterruptedException {
        return send(verb, path, type, HttpRequest.BodyPublishers.ofString(body));
    }

    public static String form(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(String verb, String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(verb, body).header("Accept", "application/json");
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(this::keep);
        return new Answer(response);
    }

    private void keep(String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
        cookies.values().removeIf(String::isEmpty);
    }
}
