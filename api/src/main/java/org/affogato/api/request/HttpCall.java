package org.affogato.api.request;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP call: what came in, and the cookies and keys that go out whatever the answer is. For one thread. */
public final class HttpCall {
    private final HttpServerRequest request;
    private final String path;
    private final byte[] body;
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    private @Nullable Map<String, @Nullable Object> arguments;

    public HttpCall(HttpServerRequest request, byte @Nullable [] body) {
        this.request = request;
        this.body = body == null ? new byte[0] : body;
        this.path = UrlText.decode(request.path(), false);
    }

    /** GET, POST, PUT, DELETE, …; HEAD counts as GET. */
    public String verb() {
        String verb = request.method().name();
        return verb.equals("HEAD") ? "GET" : verb;
    }

    /** Whether the call is meant to change something, so that success commits. */
    public boolean changes() {
        return switch (verb()) {
            case "POST", "PUT", "DELETE", "PATCH" -> true;
            default -> false;
        };
    }

    /** The decoded path, without the query. */
    public String path() {
        return path;
    }

    /** The dialect that the path asks for. */
    public ApiVersion version() {
        return ApiVersion.of(path);
    }

    public @Nullable String query() {
        return request.query();
    }

    public byte[] body() {
        return body;
    }

    /** A request header; empty where it is absent. */
    public String header(String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** A cookie's value; empty where it is absent. */
    public String cookie(String name) {
        Cookie cookie = request.getCookie(name);
        return cookie == null ? "" : cookie.getValue();
    }

    /** The caller's address. What a proxy says of it counts only where the settings trust that proxy. */
    public String remoteAddress() {
        return request.remoteAddress() == null
                ? "127.0.0.1"
                : request.remoteAddress().hostAddress();
    }

    /** Whether the connection to the caller is encrypted, here or at a trusted proxy. */
    public boolean isSecure() {
        return request.isSSL();
    }

    /**
     * The call's arguments, read once: body and query by the rules of the wire. The map is the caller's to change.
     *
     * @throws org.affogato.engine.error.ValidationError where the body is no JSON object though it says so
     */
    public Map<String, @Nullable Object> arguments() {
        if (arguments == null) {
            arguments = ArgumentsReader.read(this);
        }
        return arguments;
    }

    /** Sets a cookie at the caller's, in place of one of that name: a {@code Set-Cookie} header as it stands. */
    public void setCookie(String cookie) {
        String name = cookie.substring(0, cookie.indexOf('=') + 1);
        List<String> cookies = new ArrayList<>(request.response().headers().getAll("Set-Cookie"));
        cookies.removeIf(known -> known.startsWith(name));
        cookies.add(cookie);
        request.response().headers().set("Set-Cookie", cookies);
    }

    /** Sets a header of the answer. */
    public void setHeader(String name, String value) {
        request.response().putHeader(name, value);
    }

    /** Keys that go out at the top of the answer, also when it is an error. */
    public Map<String, @Nullable Object> keys() {
        return keys;
    }
}
