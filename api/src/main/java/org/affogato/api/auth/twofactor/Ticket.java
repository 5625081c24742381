package org.affogato.api.auth.twofactor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.affogato.engine.spi.Context;

/**
 * What leads from the first step of a login to the second: sealed by the site and handed to the client, so that any
 * node can go on. Frappe keeps it in its cache by {@code tmp_id}.
 *
 * @param method {@code app} or {@code mail}
 * @param counter of the code that was mailed; 0 for an app
 * @param proof of the password that was given, so that a change of it ends the login
 */
record Ticket(String user, String method, long counter, Instant issued, String proof) {
    static final String APP = "app";
    static final String MAIL = "mail";

    private static final String MARK = "second-step";
    private static final Duration APP_LIFE = Duration.ofMinutes(3);
    private static final Duration MAIL_LIFE = Duration.ofMinutes(5);

    String seal(Context context) {
        return context.secrets()
                .seal(String.join(
                        "\n",
                        MARK,
                        user,
                        method,
                        String.valueOf(counter),
                        String.valueOf(issued.toEpochMilli()),
                        proof));
    }

    /** The ticket, while it counts. */
    static Optional<Ticket> open(String sealed, Context context) {
        String[] parts = context.secrets().open(sealed).orElse("").split("\n", -1);
        if (parts.length != 6 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        Instant issued = Instant.ofEpochMilli(Long.parseLong(parts[4]));
        Ticket ticket = new Ticket(parts[1], parts[2], Long.parseLong(parts[3]), issued, parts[5]);
        return Optional.of(ticket).filter(found -> found.end().isAfter(Instant.now()));
    }

    private Instant end() {
        return issued.plus(method.equals(MAIL) ? MAIL_LIFE : APP_LIFE);
    }
}
