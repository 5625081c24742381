package org.affogato.api.mcp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.auth.oauth.WellKnown;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.Engine;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mcp}: the Model Context Protocol over streamable HTTP. Every message is a POST of its own, signed in like any
 * other call and answered at once: there is no session, so that any node can answer. Frappe has no counterpart.
 */
@Path("/mcp")
@RunOnVirtualThread
public class McpEndpoint {
    private final RequestRunner runner;
    private final McpMethods methods;
    private final Engine engine;

    McpEndpoint(RequestRunner runner, McpMethods methods, Engine engine) {
        this.runner = runner;
        this.methods = methods;
        this.engine = engine;
    }

    @POST
    public Response post(@jakarta.ws.rs.core.Context HttpServerRequest request, byte @Nullable [] body) {
        Response answer = runner.run(new HttpCall(request, body), this::find).toResponse();
        return answer.getStatus() == 401 ? leadingToSignIn(answer) : answer;
    }

    /** Tells a client without credentials, or with old ones, where it gets some: RFC 9728. */
    private Response leadingToSignIn(Response answer) {
        String description = engine.settings().url() + WellKnown.RESOURCE;
        return Response.fromResponse(answer)
                .header("WWW-Authenticate", "Bearer resource_metadata=\"" + description + "\"")
                .build();
    }

    /** There is no stream to open and no session to end. */
    @GET
    public Response stream() {
        return Response.status(Response.Status.METHOD_NOT_ALLOWED).build();
    }

    @DELETE
    public Response end() {
        return stream();
    }

    private Action find(HttpCall call) {
        refuseOtherSites(call);
        return new Message(call.arguments());
    }

    /** A page of another site must not drive its visitor's tools. */
    private static void refuseOtherSites(HttpCall call) {
        String origin = call.header("Origin");
        if (!origin.isEmpty() && !call.header("Host").equals(URI.create(origin).getAuthority())) {
            throw new PermissionError("This origin may not use the tools");
        }
    }

    private final class Message implements Action {
        private final Map<String, @Nullable Object> message;

        Message(Map<String, @Nullable Object> message) {
            this.message = message;
        }

        @Override
        public String key() {
            return "result";
        }

        @Override
        public Reply run(Context context) {
            if (context.isGuest()) {
                return new Reply(401, "application/json", new byte[0], Map.of());
            }
            if (!message.containsKey("id")) {
                return new Reply(202, "application/json", new byte[0], Map.of());
            }
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("jsonrpc", "2.0");
            answer.put("id", message.get("id"));
            try {
                answer.put("result", methods.call(message, context));
            } catch (ProtocolError refused) {
                answer.put("error", refused.asObject());
            }
            return Reply.json(200, JsonWriter.bytes(out -> JsonWriter.write(out, answer)));
        }
    }
}
