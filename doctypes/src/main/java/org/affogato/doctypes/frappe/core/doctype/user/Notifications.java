package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** The Notification Settings that go with a user. */
final class Notifications {
    private static final String DOCTYPE = "Notification Settings";

    private final Context context;

    Notifications(Context context) {
        this.context = context.with(context.flags().ignoringPermissions());
    }

    void create(String user) {
        if (!context.documents().exists(DOCTYPE, user)) {
            Document settings = context.documents().createWithDefaults(DOCTYPE, Map.of());
            settings.set("name", user);
            context.documents().insert(settings);
        }
    }

    /** A disabled user is told nothing. */
    void toggle(String user, boolean enabled) {
        Optional<Document> settings = context.documents().find(DOCTYPE, user);
        if (settings.isPresent() && settings.get().check("enabled") != enabled) {
            context.documents().save(settings.get().set("enabled", enabled ? 1L : 0L));
        }
    }
}
