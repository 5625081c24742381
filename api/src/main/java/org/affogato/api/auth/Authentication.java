package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.affogato.api.request.Authenticator;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.CSRFTokenError;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, by session cookie or API key. Frappe: {@code HTTPRequest}, {@code validate_auth}. */
@Singleton
public class Authentication implements Authenticator {
    private static final String METHOD = "/api/method/";

    private final Engine engine;
    private final Sessions sessions;
    private final Login login;
    private final Logout logout;
    private final LoginCookies cookies;
    private final ApiKeys apiKeys;

    public Authentication(
            Engine engine, Sessions sessions, Login login, Logout logout, LoginCookies cookies, ApiKeys apiKeys) {
        this.engine = engine;
        this.sessions = sessions;
        this.login = login;
        this.logout = logout;
        this.cookies = cookies;
        this.apiKeys = apiKeys;
    }

    /** A session that may go on, and its user. */
    private record Resumed(Session session, UserAccess user) {}

    @Override
    public String user(HttpCall call) {
        if (asksFor("login", call)) {
            return login.run(call);
        }
        String sid = LoginCookies.sid(call);
        if (sid.isEmpty()) {
            cookies.setGuest(call);
            return byKey(call, Context.GUEST);
        }
        Optional<Resumed> resumed = engine.runAndRollBack(Context.GUEST, context -> resume(sid, context));
        if (resumed.isEmpty()) {
            call.keys().put("session_expired", 1);
            cookies.clear(call);
            return byKey(call, Context.GUEST);
        }
        return goOn(resumed.get(), call);
    }

    private static boolean asksFor(String command, HttpCall call) {
        return call.path().equals(METHOD + command)
                || command.equals(call.arguments().get("cmd"));
    }

    private Optional<Resumed> resume(String sid, Context context) {
        return sessions.find(sid, context)
                .map(session ->
                        new Resumed(session, engine.permissions().roles().user(session.user(), context)))
                .filter(resumed -> resumed.user.enabled());
    }

    private String goOn(Resumed resumed, HttpCall call) {
        if (!resumed.user.mayComeFrom(call.remoteAddress())) {
            throw new AuthenticationError("This address may not log in as that user");
        }
        checkToken(resumed.session, call);
        if (asksFor("logout", call)) {
            logout.run(resumed.session, call);
            return Context.GUEST;
        }
        sessions.use(resumed.session);
        cookies.set(call, resumed.session.sid(), resumed.user);
        return byKey(call, resumed.user.name());
    }

    /** The caller's session, its cookies renewed. */
    Optional<Session> session(HttpCall call) {
        String sid = LoginCookies.sid(call);
        if (sid.isEmpty()) {
            return Optional.empty();
        }
        Optional<Resumed> resumed = engine.runAndRollBack(Context.GUEST, context -> resume(sid, context))
                .filter(found -> found.user.mayComeFrom(call.remoteAddress()));
        resumed.ifPresent(found -> cookies.set(call, sid, found.user));
        return resumed.map(Resumed::session);
    }

    /** The token that the session's pages send along; from now on what changes something needs it. */
    String csrfToken(Session session) {
        return sessions.csrfToken(session);
    }

    @Override
    public void signIn(HttpCall call, String user, Context context) {
        login.as(user, call, context);
    }

    @Override
    public void forget(HttpCall call) {
        cookies.clear(call);
    }

    /** Once a page has been given a token, whatever changes something has to bring it: other sites cannot know it. */
    private static void checkToken(Session session, HttpCall call) {
        Object argument = call.arguments().remove("csrf_token");
        if (!call.changes() || session.csrfToken().isEmpty()) {
            return;
        }
        String header = call.header("X-Frappe-CSRF-Token");
        if (!same(session.csrfToken(), header.isEmpty() ? text(argument) : header)) {
            throw new CSRFTokenError("Invalid Request");
        }
    }

    private static boolean same(String token, String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Credentials in the header must be right even where a session says who calls; the session's user goes first. */
    private String byKey(HttpCall call, String user) {
        String[] authorization = call.header("Authorization").split(" ", -1);
        if (authorization.length != 2) {
            return user;
        }
        Optional<String> named = engine.runAndRollBack(
                Context.GUEST, context -> apiKeys.user(authorization[0], authorization[1], context));
        return user.equals(Context.GUEST) ? named.orElseThrow(ApiKeys::refused) : user;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
