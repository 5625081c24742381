package org.affogato.api.request;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP call: what came in, and the cookies and keys that go out whatever the answer is. For one thread. */
public final class HttpCall {
    private final HttpServerRequest request;
    private final String verb;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String> ownHeaders;
    private final byte[] body;
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    private @Nullable Map<String, @Nullable Object> arguments;
    private final Map<Class<?>, Object> attached = new LinkedHashMap<>();
    private boolean identified;

    public HttpCall(HttpServerRequest request, byte @Nullable [] body) {
        this(
                request,
                request.method().name(),
                request.path(),
                request.query(),
                Map.of(),
                body == null ? new byte[0] : body);
    }

    private HttpCall(
            HttpServerRequest request,
            String verb,
            String path,
            @Nullable String query,
            Map<String, String> ownHeaders,
            byte[] body) {
        this.request = request;
        this.verb = verb;
        this.path = UrlText.decode(path, false);
        this.query = query;
        this.ownHeaders = ownHeaders;
        this.body = body;
    }

    /**
     * A call within this call: of the same sender, with this one's cookies.
     *
     * @param address path and query
     * @param headers in lower case, in place of all of this call's
     * @param json the body; empty for none
     */
    public HttpCall part(String verb, String address, Map<String, String> headers, byte[] json) {
        int question = address.indexOf('?');
        return new HttpCall(
                request,
                verb,
                question < 0 ? address : address.substring(0, question),
                question < 0 ? null : address.substring(question + 1),
                headers,
                json);
    }

    /** GET, POST, PUT, DELETE, …; HEAD counts as GET. */
    public String verb() {
        return verb.equals("HEAD") ? "GET" : verb;
    }

    /** The verb as it was sent: what takes GET need not take HEAD. */
    public String sentVerb() {
        return verb;
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
        return query;
    }

    public byte[] body() {
        return body;
    }

    /** A request header; empty where it is absent. */
    public String header(String name) {
        String value = ownHeaders.isEmpty() ? request.getHeader(name) : ownHeaders.get(name.toLowerCase(Locale.ROOT));
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

    /** Sets the caller's cookies, in place of all that were set before: {@code Set-Cookie} headers as they stand. */
    public void setCookies(List<String> cookies) {
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

    /** Notes that it is known which session the call belongs to, if any. */
    public void identified() {
        identified = true;
    }

    public boolean isIdentified() {
        return identified;
    }

    /** Keeps what was found out about the call, by its type, for those who serve it. */
    public void attach(Object found) {
        attached.put(found.getClass(), found);
    }

    public <T> Optional<T> attached(Class<T> type) {
        return Optional.ofNullable(attached.get(type)).map(type::cast);
    }
}
