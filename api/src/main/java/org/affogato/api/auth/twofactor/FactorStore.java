package org.affogato.api.auth.twofactor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affogato.engine.spi.Context;

/**
 * What is kept of users' second factors, where Frappe keeps it, so that apps set up there go on: default values of the
 * parent {@code __2fa}. The secret is encrypted.
 */
final class FactorStore {
    private static final String PARENT = "__2fa";

    private final Context context;
    private final String user;

    FactorStore(Context context, String user) {
        this.context = context;
        this.user = user;
    }

    /** The secret shared with the user's app; made where there is none yet. */
    OneTimePassword password() {
        Optional<OneTimePassword> known =
                read("_otpsecret").flatMap(context.secrets()::open).map(OneTimePassword::new);
        if (known.isPresent()) {
            return known.get();
        }
        OneTimePassword fresh = OneTimePassword.fresh();
        write("_otpsecret", context.secrets().seal(fresh.secret()));
        return fresh;
    }

    /** Whether the user has shown a code of the app once. */
    boolean isSetUp() {
        return read("_otplogin").isPresent();
    }

    void markSetUp() {
        if (!isSetUp()) {
            write("_otplogin", "1");
        }
    }

    /** Forgets secret and app. */
    void reset() {
        for (String key : List.of("_otpsecret", "_otplogin")) {
            remove(key);
        }
    }

    /**
     * Takes note of a code's place in time; false where that place, or a later one, was taken before. The user's row is
     * locked, so that of two calls at once with one code one gets in.
     */
    boolean advance(String kind, long place) {
        lock();
        long last = read("_otplast_" + kind).map(Long::parseLong).orElse(0L);
        if (place <= last) {
            return false;
        }
        write("_otplast_" + kind, String.valueOf(place));
        return true;
    }

    /** Until the transaction ends no other one changes what is kept of the user. */
    void lock() {
        context.database().begin();
        context.database().query("SELECT `name` FROM `tabUser` WHERE `name` = ? FOR UPDATE", user);
    }

    private Optional<String> read(String key) {
        return context
                .database()
                .query(
                        "SELECT `defvalue` FROM `tabDefaultValue` WHERE `parent` = ? AND `defkey` = ? LIMIT 1",
                        List.of(PARENT, user + key),
                        row -> Optional.ofNullable(row.getString(1)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void write(String key, String value) {
        remove(key);
        context.database()
                .execute(
                        "INSERT INTO `tabDefaultValue` (`name`, `creation`, `modified`, `owner`, `modified_by`, `parent`,"
                                + " `parentfield`, `parenttype`, `defkey`, `defvalue`)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 'system_defaults', '__default', ?, ?)",
                        UUID.randomUUID().toString().substring(0, 8),
                        context.now(),
                        context.now(),
                        user,
                        user,
                        PARENT,
                        user + key,
                        value);
    }

    private void remove(String key) {
        context.database()
                .execute("DELETE FROM `tabDefaultValue` WHERE `parent` = ? AND `defkey` = ?", PARENT, user + key);
    }
}
