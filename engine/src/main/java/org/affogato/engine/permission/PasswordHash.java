package org.affogato.engine.permission;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.affogato.engine.error.TooManyRequestsError;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Login passwords as passlib writes them, so that Frappe reads ours and we read Frappe's: {@code pbkdf2_sha256} is
 * written and verified, argon2 and bcrypt are verified. Hashing is dear on purpose; only so many run at once that a flood
 * of logins leaves processors to other requests.
 */
public final class PasswordHash {
    private static final long PATIENCE_SECONDS = 20;
    private static final int LONGEST_QUEUE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final String nobody;

    public PasswordHash() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /**
     * @param atOnce how many hashes are computed at the same time
     */
    public PasswordHash(int atOnce) {
        this.turns = new Semaphore(atOnce, true);
        this.nobody = Pbkdf2Hash.ofNobody(random);
    }

    /** A new passlib string for the password. */
    public String make(String password) {
        return inTurn(() -> Pbkdf2Hash.make(password, random));
    }

    /** Whether the password is the one that was hashed; where nothing was, false after the same time. */
    public boolean verify(String hash, String password) {
        return verify(hash, password, () -> {});
    }

    /**
     * @param first runs when its turn has come, before the hash is computed; what it throws ends the call
     */
    public boolean verify(String hash, String password, Runnable first) {
        return inTurn(() -> {
            first.run();
            boolean same = compare(hash.isEmpty() ? nobody : hash, password);
            return same && !hash.isEmpty();
        });
    }

    private static boolean compare(String hash, String password) {
        if (Pbkdf2Hash.isOne(hash)) {
            return Pbkdf2Hash.verify(hash, password);
        }
        if (Argon2Hash.isOne(hash)) {
            return Argon2Hash.verify(hash, password);
        }
        return isBcrypt(hash) && OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
    }

    private static boolean isBcrypt(String hash) {
        return hash.matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    }

    private <T> T inTurn(Supplier<T> work) {
        waitForTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void waitForTurn() {
        try {
            if (turns.getQueueLength() >= LONGEST_QUEUE || !turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyRequestsError("Too many logins at once, try again", PAUSE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsError("The login was interrupted", PAUSE);
        }
    }
}
