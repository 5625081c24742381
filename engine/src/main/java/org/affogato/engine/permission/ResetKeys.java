package org.affogato.engine.permission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.spi.Context;

/**
 * Keys of mailed links by which a user sets a new password. The database has their digest only: who can read users
 * cannot take over their accounts. Frappe: {@code User.reset_password}.
 */
public final class ResetKeys {
    private static final int BYTES = 24;
    private static final LocalDateTime EVER = LocalDateTime.of(1, 1, 1, 0, 0);

    private ResetKeys() {}

    /** Gives the user a new key in place of an older one. */
    public static String create(String user, Context context) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        context.database()
                .execute(
                        "UPDATE `tabUser` SET `reset_password_key` = ?, `last_reset_password_key_generated_on` = ?"
                                + " WHERE `name` = ?",
                        digest(key),
                        context.now(),
                        user);
        return key;
    }

    /**
     * The enabled user to whom the key was given.
     *
     * @param seconds how long a key counts; 0 for ever
     */
    public static Optional<String> user(String key, long seconds, Context context) {
        LocalDateTime since = seconds == 0 ? EVER : context.now().minusSeconds(seconds);
        return context
                .database()
                .query(
                        "SELECT `name` FROM `tabUser` WHERE `reset_password_key` = ? AND `enabled` = 1"
                                + " AND `last_reset_password_key_generated_on` >= ? LIMIT 1",
                        List.of(digest(key), since),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    private static String digest(String key) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
