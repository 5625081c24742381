package org.affogato.api.auth.oauth;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.Reply;
import org.affogato.engine.Engine;

/** {@code /.well-known}: the descriptions that clients look for there. */
@Path("/.well-known")
@RunOnVirtualThread
public class WellKnown {
    /** Where the tools at {@code /mcp} are described as RFC 9728 has it. */
    public static final String RESOURCE = "/.well-known/oauth-protected-resource/mcp";

    private static final String CONFIGURATION = "/api/method/frappe.integrations.oauth2.openid_configuration";

    private final Engine engine;

    WellKnown(Engine engine) {
        this.engine = engine;
    }

    @GET
    @Path("/oauth-protected-resource{path: (/mcp)?}")
    public Response tools() {
        String site = engine.settings().url();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("resource", site + "/mcp");
        keys.put("authorization_servers", List.of(site));
        keys.put("scopes_supported", List.of("all"));
        keys.put("bearer_methods_supported", List.of("header"));
        return Reply.json(200, JsonWriter.bytes(out -> JsonWriter.write(out, keys)))
                .toResponse();
    }

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
