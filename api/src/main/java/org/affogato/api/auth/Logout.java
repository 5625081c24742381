package org.affogato.api.auth;

import jakarta.inject.Singleton;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;

/** Ends the caller's session and takes its cookies away. */
@Singleton
public class Logout {
    private final Engine engine;
    private final Sessions sessions;
    private final LoginCookies cookies;
    private final LoginLog log;

    public Logout(Engine engine, Sessions sessions, LoginCookies cookies, LoginLog log) {
        this.engine = engine;
        this.sessions = sessions;
        this.cookies = cookies;
        this.log = log;
    }

    void run(Session session, HttpCall call) {
        engine.run(session.user(), context -> {
            sessions.end(session.sid(), context);
            String subject =
                    engine.permissions().roles().user(session.user(), context).fullName() + " logged out";
            log.add(session.user(), "Logout", "Success", subject, call.remoteAddress(), context);
            return session;
        });
        cookies.clear(call);
    }
}
