package org.affogato.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.affogato.api.method.MethodEndpoint;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.api.resource.ResourceEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Every call under {@code /api}, led to its endpoint. Paths are read here rather than by JAX-RS, since names in them
 * may hold slashes, encoded or not, and verbs that fit nowhere have answers of their own.
 */
@Path("/api{rest:(/.*)?}")
@RunOnVirtualThread
public class ApiRoutes {
    private static final String ROOT = "/api/";
    private static final String V1 = "v1/";
    private static final String V2 = "v2/";
    private static final String RESOURCE = "resource/";
    private static final String METHOD = "method/";

    private final RequestRunner runner;
    private final ResourceEndpoint resources;
    private final MethodEndpoint methods;
    private final VersionTwo versionTwo;

    ApiRoutes(RequestRunner runner, ResourceEndpoint resources, MethodEndpoint methods, VersionTwo versionTwo) {
        this.runner = runner;
        this.resources = resources;
        this.methods = methods;
        this.versionTwo = versionTwo;
    }

    @GET
    public Response get(@Context HttpServerRequest request, byte @Nullable [] body) {
        return answer(request, body);
    }

    @HEAD
    public Response head(@Context HttpServerRequest request) {
        return runner.run(new HttpCall(request, null), this::find).toHeadResponse();
    }

    @POST
    public Response post(@Context HttpServerRequest request, byte @Nullable [] body) {
        return answer(request, body);
    }

    @PUT
    public Response put(@Context HttpServerRequest request, byte @Nullable [] body) {
        return answer(request, body);
    }

    @DELETE
    public Response delete(@Context HttpServerRequest request, byte @Nullable [] body) {
        return answer(request, body);
    }

    @PATCH
    public Response patch(@Context HttpServerRequest request, byte @Nullable [] body) {
        return answer(request, body);
    }

    @OPTIONS
    public Response options() {
        return Response.ok().build();
    }

    private Response answer(HttpServerRequest request, byte @Nullable [] body) {
        return runner.run(new HttpCall(request, body), this::find).toResponse();
    }

    private Action find(HttpCall call) {
        Object command = call.arguments().get("cmd");
        if (command != null && !command.equals("")) {
            return methods.command(call, command.toString());
        }
        String path = call.path().startsWith(ROOT) ? call.path().substring(ROOT.length()) : "";
        if (path.startsWith(V2)) {
            return versionTwo.find(call, path.substring(V2.length()));
        }
        return versionOne(call, path.startsWith(V1) ? path.substring(V1.length()) : path);
    }

    private Action versionOne(HttpCall call, String path) {
        if (path.startsWith(METHOD)) {
            return methods.find(call, path.substring(METHOD.length()));
        }
        if (path.startsWith(RESOURCE)) {
            return resources.find(call, path.substring(RESOURCE.length()));
        }
        throw Routes.nothing();
    }
}
