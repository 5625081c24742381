package org.affogato.api.request;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** A finished answer: status, media type, bytes, further headers. */
public record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
    public static Reply json(int status, byte[] body) {
        return new Reply(status, "application/json", body, Map.of());
    }

    public static Reply html(int status, byte[] body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of());
    }

    public Response toResponse() {
        Response.ResponseBuilder builder =
                Response.status(status).header("Content-Type", mediaType).entity(body);
        headers.forEach(builder::header);
        return builder.build();
    }
}
