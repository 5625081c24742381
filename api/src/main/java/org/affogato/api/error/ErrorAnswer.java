package org.affogato.api.error;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.Envelope;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.spi.Answer;
import org.jboss.logging.Logger;

/** Turns every error into its answer; nothing of an unexpected one but its kind leaves the server. */
@Singleton
public class ErrorAnswer {
    private static final Logger LOG = Logger.getLogger(ErrorAnswer.class);
    private static final String HTTP_ERRORS = "werkzeug.exceptions";

    /**
     * @param answer the messages and keys that the call had gathered when it failed
     */
    public Reply of(RuntimeException error, HttpCall call, Answer answer) {
        if (error instanceof EngineException known && !(error instanceof InternalError)) {
            return known(known, call, answer);
        }
        LOG.errorf(error, "%s %s failed", call.verb(), call.path());
        return json(500, "InternalError", "frappe.exceptions.InternalError", call, answer, List.of());
    }

    private static Reply known(EngineException error, HttpCall call, Answer answer) {
        if (error.status() >= 500) {
            LOG.errorf(error, "%s %s failed", call.verb(), call.path());
        }
        if (error.module().equals(HTTP_ERRORS) || wantsPage(call)) {
            return page(error);
        }
        String type = error.getClass().getSimpleName();
        List<Answer.Message> notice = Notices.of(error);
        // A 404 names no class path: the reference keeps quiet about where something was not found.
        boolean silent = error.status() == 404 || error.module().isEmpty();
        String path = silent ? "" : error.module() + "." + type;
        return json(error.status(), type, path.isEmpty() ? "" : path + ": " + text(error), call, answer, notice);
    }

    private static boolean wantsPage(HttpCall call) {
        return call.header("Accept").startsWith("text")
                && !call.header("Accept").contains("application/json");
    }

    private static Reply page(EngineException error) {
        String title = error.status() + " " + error.getClass().getSimpleName();
        String text = escaped(text(error));
        String page = "<!doctype html><html lang=en><meta charset=utf-8><title>" + title + "</title><h1>" + title
                + "</h1><p>" + text + "</p></html>";
        return Reply.html(error.status(), page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String text(EngineException error) {
        return error.getMessage() == null ? "" : error.getMessage();
    }

    private static Reply json(
            int status, String type, String exception, HttpCall call, Answer answer, List<Answer.Message> notice) {
        List<Answer.Message> messages = new ArrayList<>(answer.messages());
        messages.addAll(notice);
        byte[] body = JsonWriter.bytes(out -> {
            out.writeStartObject();
            writeError(out, type, exception);
            Envelope.writeKeys(out, call, answer, "");
            Envelope.writeMessages(out, messages);
            out.writeEndObject();
        });
        return Reply.json(status, body);
    }

    private static void writeError(JsonGenerator out, String type, String exception) throws IOException {
        if (!exception.isEmpty()) {
            out.writeStringField("exception", exception);
        }
        out.writeStringField("exc_type", type);
    }
}
