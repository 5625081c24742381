package org.affogato.api.auth;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.page.Page;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.Engine;

/** {@code /app}: the page that gives a browser session its CSRF token. A visitor logs in first. */
@Path("/app{rest:(/.*)?}")
@RunOnVirtualThread
public class AppPage {
    private static final int FORBIDDEN = 403;

    private final Engine engine;
    private final Authentication authentication;
    private final String page;

    public AppPage(Engine engine, Authentication authentication) {
        this.engine = engine;
        this.authentication = authentication;
        this.page = read();
    }

    private static String read() {
        try (InputStream in = AppPage.class.getResourceAsStream("/pages/app.html")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        HttpCall call = new HttpCall(request, null);
        Optional<Session> session = authentication.session(call);
        if (session.isEmpty()) {
            return Reply.redirect("/login?redirect-to=/app").toResponse();
        }
        if (!isDeskUser(session.get())) {
            return Page.notice(FORBIDDEN, "Not Permitted", "The desk is for users with a role that opens it.")
                    .toResponse();
        }
        String filled = page.replace("{{user}}", escaped(session.get().user()))
                .replace("{{csrf_token}}", authentication.csrfToken(session.get()));
        Map<String, String> headers = Map.of("Cache-Control", "no-store");
        return new Reply(200, "text/html; charset=utf-8", filled.getBytes(StandardCharsets.UTF_8), headers)
                .toResponse();
    }

    private boolean isDeskUser(Session session) {
        return engine.runAndRollBack(
                session.user(),
                context -> engine.permissions()
                        .roles()
                        .user(session.user(), context)
                        .isSystemUser());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "&#123;");
    }
}
