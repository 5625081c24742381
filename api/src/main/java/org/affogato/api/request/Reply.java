package org.affogato.api.request;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A finished answer: status, media type, body, further headers. */
public record Reply(int status, String mediaType, Body body, Map<String, String> headers) {
    static final String JSON = "application/json";

    private static final int NOT_MODIFIED = 304;

    /** What goes out below the headers: bytes at hand, or a stream of a known length. */
    public sealed interface Body {
        long length();
    }

    /** A body in memory. */
    public record Bytes(byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** A body that is read while it goes out; opened once the transaction is over, and not at all for HEAD. */
    public record Stream(long length, Source source) implements Body {}

    /** Where a stream comes from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What a method answers whose reply depends on the headers of the call. */
    @FunctionalInterface
    public interface ForCall {
        Reply reply(HttpCall call);
    }

    public Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this(status, mediaType, new Bytes(body), headers);
    }

    public static Reply json(int status, byte[] body) {
        return new Reply(status, JSON, body, Map.of());
    }

    public static Reply html(int status, byte[] body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of());
    }

    /** Leads a browser to another address. */
    public static Reply redirect(String location) {
        return new Reply(302, "text/html; charset=utf-8", new byte[0], Map.of("Location", location));
    }

    public Response toResponse() {
        if (status == NOT_MODIFIED) {
            return toHeadResponse();
        }
        return switch (body) {
            case Bytes(byte[] bytes) -> head().entity(bytes).build();
            case Stream stream ->
                head().header("Content-Length", stream.length())
                        .entity(opened(stream))
                        .build();
        };
    }

    /** All but the body: the answer to HEAD, and to those who have the body already. */
    public Response toHeadResponse() {
        return head().header("Content-Length", body.length()).build();
    }

    private Response.ResponseBuilder head() {
        Response.ResponseBuilder builder = Response.status(status).header("Content-Type", mediaType);
        headers.forEach(builder::header);
        return builder;
    }

    private static InputStream opened(Stream stream) {
        try {
            return stream.source().open();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
