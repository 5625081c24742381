package org.affogato.api.permission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Sends requests as one person. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private String sid = "";

    Caller(String base) {
        this.base = base;
    }

    static String key(Person who) {
        return "key" + who.name().replaceAll("\\W", "");
    }

    static String secret(Person who) {
        return "secret" + who.name().replaceAll("\\W", "");
    }

    Reply send(Person who, Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + sent.path()))
                .header("Accept", "application/json")
                .method(sent.verb(), body(sent));
        if (sent.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (who.isAdministrator()) {
            request.header("Cookie", "sid=" + administrator());
        } else if (!who.isGuest()) {
            request.header("Authorization", "token " + key(who) + ":" + secret(who));
        }
        HttpResponse<String> response = exchange(request.build());
        return new Reply(response.statusCode(), response.body(), json(response.body()));
    }

    private String administrator() {
        if (sid.isEmpty()) {
            Sent login = Sent.post("login", "usr", "Administrator", "pwd", "admin");
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + login.path()))
                    .header("Content-Type", "application/json")
                    .method("POST", body(login))
                    .build();
            sid = exchange(request).headers().allValues("set-cookie").stream()
                    .filter(cookie -> cookie.startsWith("sid="))
                    .map(cookie -> cookie.substring(4, cookie.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
        }
        return sid;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpRequest.BodyPublisher body(Sent sent) {
        try {
            return sent.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(sent.body()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
