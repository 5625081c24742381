package org.affogato.api.auth.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.auth.Authentication;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.jspecify.annotations.Nullable;

/** {@code /login}: password, code, and what to do without them; leads on to a path of this site. */
@Path("/login")
@RunOnVirtualThread
public class LoginPage {
    private final Authentication authentication;
    private final Page page = Page.named("login");

    public LoginPage(Authentication authentication) {
        this.authentication = authentication;
    }

    @GET
    public Response get(@Context HttpServerRequest request, @QueryParam("redirect-to") @Nullable String wanted) {
        String target = wanted != null && OwnPath.is(wanted) ? wanted : "";
        if (authentication.session(new HttpCall(request, null)).isPresent()) {
            return Reply.redirect(target.isEmpty() ? "/app" : target).toResponse();
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("target", target);
        return page.fill(parts).toResponse();
    }
}
