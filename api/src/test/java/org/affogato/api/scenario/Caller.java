package org.affogato.api.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.affogato.api.json.Json;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** One user's client with its cookies. */
final class Caller {
    private final HttpClient client;
    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Caller(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /**
     * What came back.
     *
     * @param type {@code json}, {@code invalid json}, or the media type
     */
    record Received(int status, String type, @Nullable Object body) {}

    Received send(String method, String target, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .setHeader("Accept", "application/json");
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty() && !headers.containsKey("Cookie")) {
            request.setHeader(
                    "Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return received(response);
        } catch (IOException failed) {
            throw new AssertionError("No answer to " + method + " " + target, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        cookies.put(pair.substring(0, equals).strip(), value);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals).strip());
        }
    }

    private static Received received(HttpResponse<byte[]> response) {
        String type = response.headers()
                .firstValue("content-type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equals("application/json")) {
            return new Received(response.statusCode(), type, new String(response.body(), StandardCharsets.UTF_8));
        }
        try {
            return new Received(response.statusCode(), "json", Json.read(response.body()));
        } catch (ValidationError malformed) {
            return new Received(response.statusCode(), "invalid json", null);
        }
    }
}
