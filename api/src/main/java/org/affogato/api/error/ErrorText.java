package org.affogato.api.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.Envelope;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Messages;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.spi.Answer;

/**
 * The JSON of an error. Frappe: {@code report_error}.
 *
 * @param type the error's class name, {@code exc_type}
 * @param exception class path and message for version 1; empty for an error that names none
 * @param notice what the user is shown: one message or none
 */
record ErrorText(String type, String exception, List<Answer.Message> notice) {
    static ErrorText of(EngineException error) {
        String type = error.getClass().getSimpleName();
        // A 404 names no class path: the reference keeps quiet about where something was not found.
        boolean silent = error.status() == 404 || error.module().isEmpty();
        String exception = silent ? "" : error.module() + "." + type + ": " + message(error);
        return new ErrorText(type, exception, Notices.of(error));
    }

    static String message(EngineException error) {
        return error.getMessage() == null ? "" : error.getMessage();
    }

    /** {@code exception} and {@code exc_type} at the top, the notice last among {@code _server_messages}. */
    byte[] inVersionOne(HttpCall call, Answer answer) {
        List<Answer.Message> messages = new ArrayList<>(answer.messages());
        messages.addAll(notice);
        return JsonWriter.bytes(out -> {
            out.writeStartObject();
            if (!exception.isEmpty()) {
                out.writeStringField("exception", exception);
            }
            out.writeStringField("exc_type", type);
            Envelope.writeKeys(out, call, answer, "");
            Messages.write(out, call.version(), messages);
            out.writeEndObject();
        });
    }

    /**
     * One entry of {@code errors} that carries the notice, or, where the error has none, the first message that was
     * shown without raising; what else was said stands in {@code messages}.
     */
    byte[] inVersionTwo(HttpCall call, Answer answer) {
        List<Answer.Message> said = new ArrayList<>(answer.messages());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", type);
        Optional<Answer.Message> linked = notice.isEmpty() ? plain(said) : Optional.of(notice.getFirst());
        linked.ifPresent(message -> entry.putAll(Messages.attributes(message)));
        linked.ifPresent(said::remove);
        entry.remove("raise_exception");
        return JsonWriter.bytes(out -> {
            out.writeStartObject();
            Envelope.writeKeys(out, call, answer, "errors");
            out.writeFieldName("errors");
            JsonWriter.write(out, List.of(entry));
            Messages.write(out, call.version(), said);
            out.writeEndObject();
        });
    }

    private static Optional<Answer.Message> plain(List<Answer.Message> said) {
        return said.stream()
                .filter(message -> !message.attributes().containsKey("raise_exception"))
                .findFirst();
    }
}
