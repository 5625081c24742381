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
import org.affogato.api.auth.Session;
import org.affogato.api.request.HttpCall;
import org.jspecify.annotations.Nullable;

/** {@code /update-password}: where the link of a reset leads, and where one changes one's password. */
@Path("/update-password")
@RunOnVirtualThread
public class UpdatePasswordPage {
    private final Authentication authentication;
    private final Page page = Page.named("update-password");

    public UpdatePasswordPage(Authentication authentication) {
        this.authentication = authentication;
    }

    @GET
    public Response get(
            @Context HttpServerRequest request,
            @QueryParam("key") @Nullable String key,
            @QueryParam("password_expired") @Nullable String expired) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "token",
                authentication
                        .session(new HttpCall(request, null))
                        .map(Session::csrfToken)
                        .orElse(""));
        parts.put("key", key == null ? "" : key);
        parts.put("hint", "true".equals(expired) ? "Your password has expired." : "");
        return page.fill(parts).toResponse();
    }
}
