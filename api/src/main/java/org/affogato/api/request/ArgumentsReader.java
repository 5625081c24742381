package org.affogato.api.request;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/**
 * Reads a call's arguments: a JSON body alone where there is one, else the query with the form over it. Frappe:
 * {@code make_form_dict}.
 */
final class ArgumentsReader {
    private ArgumentsReader() {}

    static Map<String, @Nullable Object> read(HttpCall call) {
        Map<String, @Nullable Object> arguments = read(call, mediaType(call));
        arguments.remove("_"); // added by jQuery against caches
        return arguments;
    }

    private static Map<String, @Nullable Object> read(HttpCall call, String mediaType) {
        if (call.body().length > 0 && isJson(mediaType)) {
            return object(Json.read(call.body()));
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        if (call.query() != null) {
            arguments.putAll(UrlText.pairs(call.query()));
        }
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            arguments.putAll(UrlText.pairs(new String(call.body(), StandardCharsets.UTF_8)));
        }
        if (mediaType.equals("multipart/form-data")) {
            arguments.putAll(MultipartForm.read(call.header("Content-Type"), call.body()));
        }
        return arguments;
    }

    private static String mediaType(HttpCall call) {
        return call.header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json")
                || mediaType.startsWith("application/") && mediaType.endsWith("+json");
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return Json.object(value);
        }
        throw new ValidationError("The request's arguments must be a JSON object");
    }
}
