package org.affogato.api.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affogato.api.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The body of a step's request: a form with files, JSON, text as it stands, or a form. */
final class StepBody {
    private StepBody() {}

    /** Adds the header that says what it is. */
    static byte[] of(Map<String, @Nullable Object> step, Map<String, String> headers) {
        String text = "";
        if (step.get("files") instanceof Map<?, ?> files) {
            String boundary = UUID.randomUUID().toString();
            headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
            text = multipart(step.get("form") instanceof Map<?, ?> form ? form : Map.of(), files, boundary);
        } else if (step.containsKey("json")) {
            headers.putIfAbsent("Content-Type", "application/json");
            text = JsonWriter.text(step.get("json"));
        } else if (step.get("text") instanceof String given) {
            text = given;
        } else if (step.get("form") instanceof Map<?, ?> form && !form.isEmpty()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            text = form(form);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param files field to file name, content, media type
     */
    private static String multipart(Map<?, ?> form, Map<?, ?> files, String boundary) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, text(value))));
        files.forEach((name, value) -> {
            List<?> file = (List<?>) value;
            body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                            .formatted(boundary, name, file.get(0), file.get(2), file.get(1)));
        });
        return body.append("--").append(boundary).append("--\r\n").toString();
    }

    static String form(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey().toString()) + "=" + encoded(text(entry.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : JsonWriter.text(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
