package org.affogato.api.auth.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.Authentication;
import org.affogato.api.auth.Session;
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
    private final Page page = Page.named("app");

    public AppPage(Engine engine, Authentication authentication) {
        this.engine = engine;
        this.authentication = authentication;
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        Optional<Session> session = authentication.session(new HttpCall(request, null));
        if (session.isEmpty()) {
            return Reply.redirect("/login?redirect-to=/app").toResponse();
        }
        if (!isDeskUser(session.get())) {
            return Page.notice(FORBIDDEN, "Not Permitted", "The desk is for users with a role that opens it.")
                    .toResponse();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("user", session.get().user());
        parts.put("csrf_token", authentication.csrfToken(session.get()));
        return page.fill(parts).toResponse();
    }

    private boolean isDeskUser(Session session) {
        return engine.runAndRollBack(
                session.user(),
                context -> engine.permissions()
                        .roles()
                        .user(session.user(), context)
                        .isSystemUser());
    }
}
