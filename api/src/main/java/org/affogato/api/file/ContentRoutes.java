package org.affogato.api.file;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;

/** Contents by their URL; HEAD answers all but the content itself. */
public abstract class ContentRoutes {
    @GET
    public Response get(@Context HttpServerRequest request) {
        return reply(new HttpCall(request, null)).toResponse();
    }

    @HEAD
    public Response head(@Context HttpServerRequest request) {
        return reply(new HttpCall(request, null)).toHeadResponse();
    }

    abstract Reply reply(HttpCall call);
}
