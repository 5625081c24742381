package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.Locale;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;

/** The short name that a user may log in with; unique, made from the first name where none is given. */
final class Username {
    private final Document user;
    private final Context context;

    Username(Document user, Context context) {
        this.user = user;
        this.context = context;
    }

    void settle() {
        String given = user.text("username");
        if (given.isEmpty() && user.isNew()) {
            given = scrub(user.text("first_name"));
        }
        String username = given.replaceAll("^[ @]+|[ @]+$", "");
        if (username.isEmpty()) {
            return;
        }
        if (!user.isNew() && !user.hasChanged("username")) {
            return;
        }
        boolean taken = isTaken(username);
        user.set("username", taken ? null : username);
        if (taken && user.text("user_type").equals("System User")) {
            tell("Username " + username + " already exists");
            suggest();
        }
    }

    private void suggest() {
        String first = scrub(user.text("first_name"));
        String full = scrub(user.text("first_name") + " " + user.text("last_name"));
        if (!isTaken(first)) {
            tell("Suggested Username: " + first);
        } else if (!isTaken(full)) {
            tell("Suggested Username: " + full);
        }
    }

    private boolean isTaken(String username) {
        return !context.database()
                .query("SELECT name FROM {User} WHERE username = ? AND name <> ? LIMIT 1", username, user.name())
                .isEmpty();
    }

    private void tell(String text) {
        context.answer().message(new Message(text, Map.of()));
    }

    private static String scrub(String text) {
        return text.strip().replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
