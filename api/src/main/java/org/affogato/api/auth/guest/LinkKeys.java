package org.affogato.api.auth.guest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/**
 * Keys that log a user in once. A key is sealed by the site and names the user, its end, and the user's last login: the
 * login that it brings about is the end of it, on every node. Frappe: {@code one_time_login_key}.
 */
@Singleton
public class LinkKeys {
    private static final String MARK = "login-link";

    String create(String user, Duration life, Context context) {
        Instant end = Instant.now().plus(life);
        return context.secrets().seal(String.join("\n", MARK, user, end.toString(), lastLogin(user, context)));
    }

    private static String lastLogin(String user, Context context) {
        Object moment = context.documents().value("User", user, "last_login");
        return moment == null ? "" : moment.toString();
    }

    /** The user of the key, while it counts; the user's row is locked, so that of two calls at once one gets in. */
    Optional<String> take(String key, Context context) {
        String[] parts = context.secrets().open(key).orElse("").split("\n", -1);
        if (parts.length != 4
                || !parts[0].equals(MARK)
                || Instant.parse(parts[2]).isBefore(Instant.now())) {
            return Optional.empty();
        }
        context.database().begin();
        context.database().query("SELECT `name` FROM `tabUser` WHERE `name` = ? FOR UPDATE", parts[1]);
        return context.documents()
                .find("User", parts[1])
                .map(Document::name)
                .filter(user -> lastLogin(user, context).equals(parts[3]));
    }
}
