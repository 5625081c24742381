package org.affogato.api.auth.twofactor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.affogato.engine.spi.Context;

/** The key of the page by which a user sets up an app; counts until a code of that app was shown. */
final class SetupKey {
    private static final String MARK = "second-factor-setup";
    private static final long DEFAULT_SECONDS = 240;

    private SetupKey() {}

    static String create(String user, Context context) {
        Instant end = Instant.now().plus(life(context));
        return context.secrets().seal(String.join("\n", MARK, user, String.valueOf(end.toEpochMilli())));
    }

    private static Duration life(Context context) {
        Object set = context.documents().single("System Settings", "lifespan_qrcode_image");
        long seconds = set instanceof Number number ? number.longValue() : 0;
        return Duration.ofSeconds(seconds > 0 ? seconds : DEFAULT_SECONDS);
    }

    /** The user whose app is to be set up, while the key counts. */
    static Optional<String> user(String key, Context context) {
        String[] parts = context.secrets().open(key).orElse("").split("\n", -1);
        if (parts.length != 3 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        boolean counts = Instant.ofEpochMilli(Long.parseLong(parts[2])).isAfter(Instant.now());
        return counts && !new FactorStore(context, parts[1]).isSetUp() ? Optional.of(parts[1]) : Optional.empty();
    }
}
