package org.affogato.api.request;

import io.quarkus.arc.DefaultBean;
import io.vertx.core.http.Cookie;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.spi.Context;

/** Sessions that live as long as the process: serves where nothing better is there. */
@Singleton
@DefaultBean
public class MemorySessions implements Authenticator {
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Engine engine;

    public MemorySessions(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String user(HttpCall call) {
        if (call.path().equals("/api/method/login")) {
            return login(call);
        }
        return users.getOrDefault(call.cookie("sid"), Context.GUEST);
    }

    private String login(HttpCall call) {
        String user = String.valueOf(call.arguments().get("usr"));
        String password = String.valueOf(call.arguments().get("pwd"));
        if (!engine.run(Context.GUEST, context -> context.secrets().verifyPassword(user, password))) {
            call.keys().put("message", "Invalid login credentials");
            throw new AuthenticationError("Invalid login credentials").shown(Notice.NONE);
        }
        String sid = UUID.randomUUID().toString();
        users.put(sid, user);
        call.setCookie(Cookie.cookie("sid", sid).setPath("/").setHttpOnly(true));
        call.keys().put("message", "Logged In");
        return user;
    }
}
