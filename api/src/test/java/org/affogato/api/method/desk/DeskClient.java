package org.affogato.api.method.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A signed-in caller of whitelisted methods. */
public final class DeskClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String cookie;

    private DeskClient(URI base, String cookie) {
        this.base = base;
        this.cookie = cookie;
    }

    public static DeskClient administrator(URI base) throws Exception {
        return of(base, "Administrator", "admin");
    }

    public static DeskClient of(URI base, String user, String password) throws Exception {
        HttpResponse<byte[]> answer = new DeskClient(base, "").call("login", "usr", user, "pwd", password);
        String sid = answer.headers().allValues("set-cookie").stream()
                .filter(line -> line.startsWith("sid="))
                .findFirst()
                .orElseThrow();
        return new DeskClient(base, sid.split(";")[0]);
    }

    /** Posts a form of names and values. */
    public HttpResponse<byte[]> call(String method, String... form) throws Exception {
        String body = IntStream.range(0, form.length / 2)
                .mapToObj(i -> encoded(form[2 * i]) + "=" + encoded(form[2 * i + 1]))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/method/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a method answers under {@code message}. */
    public JsonNode message(String method, String... form) throws Exception {
        return json(call(method, form)).path("message");
    }

    public static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
