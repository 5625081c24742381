package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.engine.Engine;
import org.affogato.engine.permission.AccessCache;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;

/** Sessions in {@code tabSessions}, so that they outlive a restart; a warm one costs no SQL. Frappe: sessions.py. */
@Singleton
public class Sessions {
    private static final int ID_BYTES = 28;
    private static final String DEFAULT_EXPIRY = "06:00:00";

    private final Engine engine;
    /** What the setting was found to mean, by its text. */
    private final Map<String, Duration> expiries = new ConcurrentHashMap<>();

    private final SecureRandom random = new SecureRandom();
    private final AccessCache<Optional<Session>> cache = new AccessCache<>(50_000, List.of(AccessScope.SESSIONS));

    public Sessions(Engine engine) {
        this.engine = engine;
        engine.versions().onChange(AccessScope.SESSIONS, cache::clear);
    }

    /** The session of that id, if it is there and not over. */
    Optional<Session> find(String sid, Context context) {
        Duration expiry = expiry(context);
        LocalDateTime now = context.now();
        Optional<Session> known = cache.get(sid, context, () -> load(sid, now.minus(expiry), context));
        if (known.isPresent() && known.get().isOver(now, expiry)) {
            return load(sid, now.minus(expiry), context); // used through another node meanwhile
        }
        return known;
    }

    private static Optional<Session> load(String sid, LocalDateTime since, Context context) {
        return context
                .database()
                .query(
                        "SELECT `user`, `sessiondata`, `lastupdate` FROM `tabSessions` WHERE `sid` = ? AND `lastupdate` > ?",
                        List.of(sid, since),
                        row -> new Session(
                                sid,
                                row.getString(1),
                                SessionData.read(row.getString(2) == null ? "" : row.getString(2)),
                                row.getObject(3, LocalDateTime.class)))
                .stream()
                .findFirst();
    }

    /** How long a session lasts after its last use. */
    Duration expiry(Context context) {
        return expiries.computeIfAbsent(
                engine.permissions().settings().text("session_expiry", DEFAULT_EXPIRY, context), Sessions::duration);
    }

    private static Duration duration(String text) {
        long seconds = 0;
        String[] parts = (text + ":00:00").split(":");
        for (int i = 0; i < 3; i++) {
            seconds = seconds * 60 + (parts[i].strip().matches("\\d{1,6}") ? Long.parseLong(parts[i].strip()) : 0);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Starts a session of a user who has just proved who he is. */
    Session start(UserAccess user, String address, Context context) {
        LocalDateTime now = context.now();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("user", user.name());
        data.put("session_ip", address);
        data.put("last_updated", Timestamp.valueOf(now).toString());
        data.put("session_expiry", hoursMinutesSeconds(expiry(context)));
        data.put("full_name", user.fullName());
        data.put("user_type", user.userType());
        Session session = new Session(newId(), user.name(), data, now);
        context.database()
                .execute(
                        "INSERT INTO `tabSessions` (`sid`, `user`, `sessiondata`, `ipaddress`, `lastupdate`, `status`)"
                                + " VALUES (?, ?, ?, ?, ?, 'Active')",
                        session.sid(),
                        user.name(),
                        SessionData.write(data),
                        address.substring(0, Math.min(16, address.length())),
                        now);
        return session;
    }

    private static String hoursMinutesSeconds(Duration time) {
        return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Notes that the session was used; written down every ten minutes only. */
    void use(Session session, LocalDateTime now) {
        if (!session.use(now)) {
            return;
        }
        engine.run(session.user(), context -> {
            context.database().execute("UPDATE `tabSessions` SET `lastupdate` = ? WHERE `sid` = ?", now, session.sid());
            return context.database()
                    .execute("UPDATE `tabUser` SET `last_active` = ? WHERE `name` = ?", now, session.user());
        });
    }

    /** The session's CSRF token, made at first; from then on unsafe verbs have to bring it. */
    public String csrfToken(Session session, Context context) {
        if (session.hasCsrfToken()) {
            return session.csrfToken();
        }
        Map<String, String> data = new LinkedHashMap<>(session.data());
        data.put("csrf_token", newId());
        context.database()
                .execute(
                        "UPDATE `tabSessions` SET `sessiondata` = ? WHERE `sid` = ?",
                        SessionData.write(data),
                        session.sid());
        context.touch(AccessScope.SESSIONS);
        return String.valueOf(data.get("csrf_token"));
    }

    void end(String sid, Context context) {
        context.database().execute("DELETE FROM `tabSessions` WHERE `sid` = ?", sid);
        context.touch(AccessScope.SESSIONS);
    }

    /** Ends the other sessions of the user, but for as many of the latest as he may have beside this one. */
    void endOlder(Session current, int allowed, Context context) {
        List<String> sids = context.database()
                .query(
                        "SELECT `sid` FROM `tabSessions` WHERE `user` = ? AND `sid` <> ?"
                                + " ORDER BY `lastupdate` DESC LIMIT 100 OFFSET ?",
                        List.of(current.user(), current.sid(), allowed - 1),
                        row -> row.getString(1));
        sids.forEach(sid -> end(sid, context));
    }
}
