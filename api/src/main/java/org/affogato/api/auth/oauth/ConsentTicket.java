package org.affogato.api.auth.oauth;

import java.time.Duration;
import java.time.Instant;
import org.affogato.api.auth.Digests;
import org.affogato.api.auth.Session;
import org.affogato.engine.spi.Context;

/**
 * Proof that a yes comes from the page that asked: made for one session and one request, and of short life. Another
 * site cannot have it.
 */
final class ConsentTicket {
    /** The form's field. */
    static final String FIELD = "consent";

    private static final String MARK = "oauth-consent";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private ConsentTicket() {}

    static String seal(AuthorizationRequest request, Session session, Context context) {
        Instant end = Instant.now().plus(LIFE);
        return context.secrets()
                .seal(String.join("\n", MARK, binding(request, session), String.valueOf(end.toEpochMilli())));
    }

    static boolean isValid(String sealed, AuthorizationRequest request, Session session, Context context) {
        String[] parts = context.secrets().open(sealed).orElse("").split("\n", -1);
        return parts.length == 3
                && parts[0].equals(MARK)
                && Digests.same(parts[1], binding(request, session))
                && Instant.ofEpochMilli(Long.parseLong(parts[2])).isAfter(Instant.now());
    }

    private static String binding(AuthorizationRequest request, Session session) {
        return Digests.hex(session.sid() + "\n" + Address.query(request.parameters()));
    }
}
