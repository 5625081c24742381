package org.affogato.api.auth;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One login of a user in a browser. Its data is the database's; when it was last used is kept here and written now and
 * then.
 */
public final class Session {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(10);

    private final String sid;
    private final String user;
    private final Map<String, String> data;
    private final AtomicReference<LocalDateTime> written;
    private volatile LocalDateTime used;

    Session(String sid, String user, Map<String, String> data, LocalDateTime lastUpdate) {
        this.sid = sid;
        this.user = user;
        this.data = new LinkedHashMap<>(data);
        this.used = lastUpdate;
        this.written = new AtomicReference<>(lastUpdate);
    }

    /** The id that the cookie carries; a secret. */
    public String sid() {
        return sid;
    }

    public String user() {
        return user;
    }

    /** The token that unsafe verbs must bring; empty while no page was given one. */
    public String csrfToken() {
        return data.getOrDefault("csrf_token", "");
    }

    /** Whether unsafe verbs of this session have to bring its token. */
    public boolean hasCsrfToken() {
        return !csrfToken().isEmpty();
    }

    Map<String, String> data() {
        return data;
    }

    boolean isOver(LocalDateTime now, Duration expiry) {
        return used.plus(expiry).isBefore(now);
    }

    /** Notes a use; true for the one caller that has to write it down. */
    boolean use(LocalDateTime now) {
        used = now;
        LocalDateTime last = written.get();
        return last.plus(WRITE_EVERY).isBefore(now) && written.compareAndSet(last, now);
    }
}
