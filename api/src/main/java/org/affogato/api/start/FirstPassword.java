package org.affogato.api.start;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;

/** Gives Administrator a password when a site has none yet: the one in the settings, else a random one, shown once. */
@Singleton
class FirstPassword {
    private final AffogatoSettings settings;
    private final Engine engine;

    FirstPassword(AffogatoSettings settings, Engine engine) {
        this.settings = settings;
        this.engine = engine;
    }

    void ensure() {
        engine.run(Context.ADMINISTRATOR, context -> {
            if (!hasPassword(context)) {
                set(context);
            }
            return null;
        });
    }

    private static boolean hasPassword(Context context) {
        String sql = "SELECT 1 FROM `__Auth` WHERE `doctype` = 'User' AND `name` = ? AND `fieldname` = 'password'";
        return !context.database().query(sql, Context.ADMINISTRATOR).isEmpty();
    }

    private void set(Context context) {
        String given = settings.adminPassword().orElse("");
        String password = given.isBlank() ? random() : given;
        context.secrets().setPassword(Context.ADMINISTRATOR, password);
        if (given.isBlank()) {
            context.afterCommit(() -> show(password));
        }
    }

    /** Straight to the terminal: a password has no place in a log. */
    private static void show(String password) {
        System.out.printf("%n    Log in as Administrator with the password %s%n%n", password);
    }

    private static String random() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
