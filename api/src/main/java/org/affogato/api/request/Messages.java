package org.affogato.api.request;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.spi.Answer;

/** The messages that stand beside a value or an error. Frappe: {@code make_logs}. */
public final class Messages {
    private Messages() {}

    /** Writes them in the version's form; nothing where there are none. */
    public static void write(JsonGenerator out, ApiVersion version, List<Answer.Message> messages) throws IOException {
        if (messages.isEmpty()) {
            return;
        }
        switch (version) {
            case V1 -> writeTexts(out, messages);
            case V2 -> writeObjects(out, messages);
        }
    }

    /** {@code _server_messages}: JSON text of a list of JSON texts, as Frappe's clients parse it. */
    private static void writeTexts(JsonGenerator out, List<Answer.Message> messages) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Answer.Message message : messages) {
            texts.add(JsonWriter.text(attributes(message)));
        }
        out.writeStringField("_server_messages", JsonWriter.text(texts));
    }

    private static void writeObjects(JsonGenerator out, List<Answer.Message> messages) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Answer.Message message : messages) {
            Map<String, Object> attributes = attributes(message);
            if (attributes.containsKey("raise_exception")) {
                attributes.put("__frappe_exc_id", UUID.randomUUID().toString().replace("-", ""));
            }
            objects.add(attributes);
        }
        out.writeFieldName("messages");
        JsonWriter.write(out, objects);
    }

    /** A message as an object: its text and title, then its flags. */
    public static Map<String, Object> attributes(Answer.Message message) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("message", message.text());
        attributes.put("title", "Message");
        attributes.putAll(message.attributes());
        return attributes;
    }
}
