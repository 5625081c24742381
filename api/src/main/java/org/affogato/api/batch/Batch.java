package org.affogato.api.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it was sent: {@code {"atomic": true, "requests": [{"method", "path", "body", "headers"}, …]}}.
 *
 * @param atomic all or nothing
 */
record Batch(boolean atomic, List<HttpCall> parts) {
    private static final int MOST = 200;
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /**
     * @throws ValidationError where it is no batch, or a part is none that a batch may hold
     */
    static Batch of(HttpCall call) {
        Map<String, @Nullable Object> arguments = call.arguments();
        List<?> requests = Json.list(arguments.get("requests"));
        if (requests.isEmpty() || requests.size() > MOST) {
            throw new ValidationError("A batch holds 1 to %d requests".formatted(MOST));
        }
        boolean atomic = !Boolean.FALSE.equals(arguments.get("atomic"));
        if (!atomic && !call.header("Idempotency-Key").isEmpty()) {
            throw new ValidationError("In a batch that is not atomic each request brings its own Idempotency-Key");
        }
        List<HttpCall> parts = new ArrayList<>();
        for (Object request : requests) {
            parts.add(part(call, Json.object(request), parts.size()));
        }
        return new Batch(atomic, parts);
    }

    private static HttpCall part(HttpCall call, Map<String, @Nullable Object> request, int index) {
        String verb = String.valueOf(request.getOrDefault("method", "GET")).toUpperCase(Locale.ROOT);
        String path = String.valueOf(request.get("path"));
        if (!VERBS.contains(verb) || !path.startsWith("/api/") || path.startsWith(BatchEndpoint.PATH)) {
            throw new ValidationError(
                    "Request %d of the batch needs a method of %s and a path below /api/".formatted(index, VERBS));
        }
        Object body = request.get("body");
        byte[] json = body == null ? new byte[0] : JsonWriter.bytes(out -> JsonWriter.write(out, body));
        return call.part(verb, path, headers(request.get("headers")), json);
    }

    private static Map<String, String> headers(@Nullable Object given) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("accept", "application/json");
        if (given != null) {
            Json.object(given)
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        }
        return headers;
    }
}
