package org.affogato.api.request;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.affogato.api.error.IdempotencyKeyReused;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Does a write once however often it is sent with the same {@code Idempotency-Key}: the key is stored in the write's
 * own transaction, so that both are there or neither; the next one is given the answer of the first. Keys are a user's
 * own and hold for a day. A write that failed leaves no key. Frappe has no counterpart.
 */
@Singleton
public class IdempotencyKeys {
    /** How long an answer is replayed. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 140;

    /** What the key was used for, and what came of it; no status before it is done. */
    private record Use(
            String request, LocalDateTime created, @Nullable Integer status, byte @Nullable [] body) {}

    /**
     * @param work the write; not run where its answer is known
     */
    Reply once(HttpCall call, Context context, Supplier<Reply> work) {
        String key = call.header(HEADER);
        if (key.isEmpty() || context.isGuest()) {
            return work.get();
        }
        if (key.length() > LONGEST) {
            throw new ValidationError("An Idempotency-Key has at most %d characters".formatted(LONGEST));
        }
        String request = digest(call);
        Use earlier = claim(key, request, context);
        if (earlier == null) {
            return kept(key, work.get(), context);
        }
        if (!earlier.request().equals(request)) {
            throw new IdempotencyKeyReused("This Idempotency-Key was used for another request");
        }
        return earlier.status() == null || earlier.body() == null
                ? work.get()
                : replay(earlier.status(), earlier.body());
    }

    /** Takes the key, or answers the use it has had. Waits for a call that is at it right now. */
    private static @Nullable Use claim(String key, String request, Context context) {
        long taken = context.database()
                .execute(
                        "INSERT IGNORE INTO `__affogato_idempotency` (`user`, `key`, `request`, `created`)"
                                + " VALUES (?, ?, ?, ?)",
                        context.user(),
                        key,
                        request,
                        context.now());
        if (taken > 0) {
            return null;
        }
        List<Use> uses = context.database()
                .query(
                        "SELECT `request`, `created`, `status`, `body` FROM `__affogato_idempotency`"
                                + " WHERE `user` = ? AND `key` = ? FOR UPDATE",
                        List.of(context.user(), key),
                        row -> new Use(
                                row.getString(1),
                                row.getObject(2, LocalDateTime.class),
                                row.getObject(3, Integer.class),
                                row.getBytes(4)));
        Use use = uses.getFirst();
        if (use.created().plus(LIFE).isAfter(context.now())) {
            return use;
        }
        context.database()
                .execute(
                        "UPDATE `__affogato_idempotency` SET `request` = ?, `created` = ?, `status` = NULL"
                                + " WHERE `user` = ? AND `key` = ?",
                        request,
                        context.now(),
                        context.user(),
                        key);
        return null;
    }

    private static Reply kept(String key, Reply reply, Context context) {
        if (reply.body() instanceof Reply.Bytes(byte[] body)) {
            context.database()
                    .execute(
                            "UPDATE `__affogato_idempotency` SET `status` = ?, `body` = ?"
                                    + " WHERE `user` = ? AND `key` = ?",
                            reply.status(),
                            body,
                            context.user(),
                            key);
        }
        return reply;
    }

    private static Reply replay(int status, byte[] body) {
        return new Reply(status, "application/json", body, Map.of("Idempotency-Replayed", "true"));
    }

    /** Answers how many there were. */
    public long removeExpired(Context context) {
        return context.database()
                .execute(
                        "DELETE FROM `__affogato_idempotency` WHERE `created` < ?",
                        context.now().minus(LIFE));
    }

    private static String digest(HttpCall call) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update((call.verb() + ' ' + call.path() + '?' + call.query() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum.digest(call.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
