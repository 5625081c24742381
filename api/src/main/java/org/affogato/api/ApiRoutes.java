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
import java.io.IOException;
import java.io.InputStream;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner;
import org.jspecify.annotations.Nullable;

/**
 * Every call under {@code /api}, led to its endpoint. Paths are read here rather than by JAX-RS, since names in them
 * may hold slashes, encoded or not, and verbs that fit nowhere have answers of their own.
 */
@Path("/api{rest:(/.*)?}")
@RunOnVirtualThread
public class ApiRoutes {
    private final RequestRunner runner;
    private final Router router;

    ApiRoutes(RequestRunner runner, Router router) {
        this.runner = runner;
        this.router = router;
    }

    @GET
    public Response get(@Context HttpServerRequest request, InputStream body) throws IOException {
        return answer(request, hasBody(request) ? body.readAllBytes() : null);
    }

    /** Few GETs have one, and to look for it takes a buffer each time. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
    }

    @HEAD
    public Response head(@Context HttpServerRequest request) {
        return runner.run(new HttpCall(request, null), router::find).toHeadResponse();
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
        return runner.run(new HttpCall(request, body), router::find).toResponse();
    }
}
