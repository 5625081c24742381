package org.affogato.api.request;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.spi.Answer;
import org.jspecify.annotations.Nullable;

/** The object around every JSON answer: the value under its key, keys beside it, messages for the user. */
public final class Envelope {
    private Envelope() {}

    /**
     * @param key {@code message} or {@code data}; the value goes out under it unless it is null
     */
    public static byte[] bytes(String key, @Nullable Object value, HttpCall call, Answer answer) {
        return JsonWriter.bytes(out -> {
            out.writeStartObject();
            if (value != null) {
                out.writeFieldName(key);
                JsonWriter.write(out, value);
            }
            writeKeys(out, call, answer, value == null ? "" : key);
            Messages.write(out, call.version(), answer.messages());
            out.writeEndObject();
        });
    }

    /** The keys that a method or the sign-in put beside the value. */
    public static void writeKeys(JsonGenerator out, HttpCall call, Answer answer, String taken) throws IOException {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(call.keys());
        keys.putAll(answer.keys());
        for (Map.Entry<String, @Nullable Object> entry : keys.entrySet()) {
            if (!entry.getKey().equals(taken)) {
                out.writeFieldName(entry.getKey());
                JsonWriter.write(out, entry.getValue());
            }
        }
    }
}
