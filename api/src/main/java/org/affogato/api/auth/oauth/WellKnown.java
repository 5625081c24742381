package org.affogato.api.auth.oauth;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.affogato.api.request.Reply;

/** {@code /.well-known}: leads to the descriptions that clients look for there. */
@Path("/.well-known")
@RunOnVirtualThread
public class WellKnown {
    private static final String CONFIGURATION = "/api/method/frappe.integrations.oauth2.openid_configuration";

    @GET
    @Path("/openid-configuration")
    public Response openId() {
        return moved();
    }

    @GET
    @Path("/oauth-authorization-server")
    public Response server() {
        return moved();
    }

    private static Response moved() {
        return new Reply(301, "text/html; charset=utf-8", new byte[0], Map.of("Location", CONFIGURATION)).toResponse();
    }
}
