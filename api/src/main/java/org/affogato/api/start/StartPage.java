package org.affogato.api.start;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.affogato.api.method.MethodEndpoint;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.api.request.RequestRunner;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException.Notice;
import org.jspecify.annotations.Nullable;

/** {@code /}: says to a browser what runs here, and takes the calls that name their method by {@code cmd}. */
@Path("/")
@RunOnVirtualThread
public class StartPage {
    private final RequestRunner runner;
    private final MethodEndpoint methods;
    private final byte[] page;

    public StartPage(RequestRunner runner, MethodEndpoint methods) {
        this.runner = runner;
        this.methods = methods;
        this.page = read();
    }

    private static byte[] read() {
        try (InputStream in = StartPage.class.getResourceAsStream("/pages/start.html")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        HttpCall call = new HttpCall(request, null);
        if (call.arguments().get("cmd") == null) {
            return Reply.html(200, page).toResponse();
        }
        return runner.run(call, this::command).toResponse();
    }

    @POST
    public Response post(@Context HttpServerRequest request, byte @Nullable [] body) {
        return runner.run(new HttpCall(request, body), this::command).toResponse();
    }

    private Action command(HttpCall call) {
        Object command = call.arguments().get("cmd");
        if (command == null) {
            throw new DoesNotExistError("There is nothing at this address").shown(Notice.NONE);
        }
        return methods.command(call, command.toString());
    }
}
