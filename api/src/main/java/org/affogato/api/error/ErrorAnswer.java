package org.affogato.api.error;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.affogato.api.request.ApiVersion;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.error.MethodNotAllowed;
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
        return json(500, new ErrorText("InternalError", "frappe.exceptions.InternalError", List.of()), call, answer);
    }

    private static Reply known(EngineException error, HttpCall call, Answer answer) {
        if (error.status() == 500) {
            LOG.errorf(error, "%s %s failed", call.verb(), call.path());
        }
        if (error.retryAfter().isPositive()) {
            call.setHeader("Retry-After", String.valueOf(error.retryAfter().toSeconds()));
        }
        if (error instanceof MethodNotAllowed refused) {
            call.setHeader("Allow", String.join(", ", refused.allowed()));
        }
        if (error.module().equals(HTTP_ERRORS) || wantsPage(call)) {
            return page(error);
        }
        return json(error.status(), ErrorText.of(error), call, answer);
    }

    private static boolean wantsPage(HttpCall call) {
        return call.header("Accept").startsWith("text")
                && !call.header("Accept").contains("application/json");
    }

    private static Reply page(EngineException error) {
        String title = error.status() + " " + error.getClass().getSimpleName();
        String page = "<!doctype html><html lang=en><meta charset=utf-8><title>" + title + "</title><h1>" + title
                + "</h1><p>" + escaped(ErrorText.message(error)) + "</p></html>";
        return Reply.html(error.status(), page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Reply json(int status, ErrorText error, HttpCall call, Answer answer) {
        byte[] body =
                call.version() == ApiVersion.V2 ? error.inVersionTwo(call, answer) : error.inVersionOne(call, answer);
        return Reply.json(status, body);
    }
}
