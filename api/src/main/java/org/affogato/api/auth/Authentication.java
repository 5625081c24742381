package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.affogato.api.request.Authenticator;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.CSRFTokenError;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Finds out who calls, by session cookie or API key. Frappe: {@code HTTPRequest}, {@code validate_auth}. */
@Singleton
public class Authentication implements Authenticator {
    private static final List<String> LOGOUTS =
            List.of("logout", "web_logout", "frappe.handler.logout", "frappe.handler.web_logout");
    private static final String METHOD = "/api/method/";

    private final Engine engine;
    private final Sessions sessions;
    private final Login login;
    private final Logout logout;
    private final LoginCookies cookies;
    private final EntryRules rules;
    private final HeaderCredentials header;

    public Authentication(
            Engine engine,
            Sessions sessions,
            Login login,
            Logout logout,
            LoginCookies cookies,
            EntryRules rules,
            HeaderCredentials header) {
        this.engine = engine;
        this.sessions = sessions;
        this.login = login;
        this.logout = logout;
        this.cookies = cookies;
        this.rules = rules;
        this.header = header;
    }

    /**
     * A session that may go on, and its user.
     *
     * @param at the site's time of the call
     * @param admitted whether the user may come from where this call came
     */
    private record Resumed(Session session, UserAccess user, boolean admitted, LocalDateTime at) {}

    @Override
    public String user(HttpCall call) {
        if (asksFor("login", call)) {
            return login.run(call);
        }
        String sid = LoginCookies.sid(call);
        if (sid.isEmpty()) {
            cookies.setGuest(call);
            return byHeader(call, Context.GUEST);
        }
        Optional<Resumed> resumed = resume(sid, call);
        if (resumed.isEmpty()) {
            call.keys().put("session_expired", 1);
            cookies.clear(call);
            return byHeader(call, Context.GUEST);
        }
        return goOn(resumed.get(), call);
    }

    private static boolean asksFor(String command, HttpCall call) {
        return call.path().equals(METHOD + command)
                || command.equals(call.arguments().get("cmd"));
    }

    private Optional<Resumed> resume(String sid, HttpCall call) {
        return engine.runAndRollBack(
                Context.GUEST,
                context -> sessions.find(sid, context)
                        .map(session -> resumed(session, call, context))
                        .filter(found -> found.user.enabled()));
    }

    private Resumed resumed(Session session, HttpCall call, Context context) {
        UserAccess user = engine.permissions().roles().user(session.user(), context);
        return new Resumed(session, user, rules.admits(user, call.remoteAddress(), context), context.now());
    }

    private String goOn(Resumed resumed, HttpCall call) {
        if (!resumed.admitted) {
            throw EntryRules.refused();
        }
        checkToken(resumed.session, call);
        if (LOGOUTS.stream().anyMatch(command -> asksFor(command, call))) {
            logout.run(resumed.session, call);
            return Context.GUEST;
        }
        call.attach(resumed.session);
        sessions.use(resumed.session, resumed.at);
        cookies.set(call, resumed.session.sid(), resumed.user);
        return byHeader(call, resumed.user.name());
    }

    /** The caller's session, its cookies renewed. */
    public Optional<Session> session(HttpCall call) {
        String sid = LoginCookies.sid(call);
        if (sid.isEmpty()) {
            return Optional.empty();
        }
        Optional<Resumed> resumed = resume(sid, call).filter(Resumed::admitted);
        resumed.ifPresent(found -> cookies.set(call, sid, found.user));
        return resumed.map(Resumed::session);
    }

    /** The token that the session's pages send along; from now on what changes something needs it. */
    public String csrfToken(Session session) {
        return engine.run(session.user(), context -> sessions.csrfToken(session, context));
    }

    @Override
    public void signIn(HttpCall call, String user, Context context) {
        login.as(user, call, context);
    }

    /** A login that fails leaves an older session alone. */
    @Override
    public void forget(HttpCall call) {
        if (call.isIdentified()) {
            cookies.clear(call);
        }
    }

    /** Once a page has been given a token, whatever changes something has to bring it: other sites cannot know it. */
    private static void checkToken(Session session, HttpCall call) {
        Object argument = call.arguments().remove("csrf_token");
        if (!call.changes() || session.csrfToken().isEmpty()) {
            return;
        }
        String header = call.header("X-Frappe-CSRF-Token");
        if (!Digests.same(session.csrfToken(), header.isEmpty() ? text(argument) : header)) {
            throw new CSRFTokenError("Invalid Request");
        }
    }

    /** Credentials in the header must be right even where a session says who calls; the session's user goes first. */
    private String byHeader(HttpCall call, String user) {
        call.identified();
        Optional<String> named = header.user(call);
        return user.equals(Context.GUEST) ? named.orElse(user) : user;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
