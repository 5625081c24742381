package org.affogato.engine.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.affogato.engine.error.TooManyRequestsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {
    private final PasswordHash hash = new PasswordHash(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQDD44",
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
                "admin $pbkdf2-sha256$29000$8v6fU2oNQei9t1bK2VtrjQ$MaFcA.M54PGHVc3am8.VU/jJYlHBlkln/43GXrSDuEk",
                "U*U $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
            })
    void verifiesWhatOthersHashed(String password, String stored) {
        assertThat(hash.verify(stored, password)).isTrue();
        assertThat(hash.verify(stored, password + "x")).isFalse();
        assertThat(hash.verify(stored, "")).isFalse();
    }

    @Test
    void writesPbkdf2WithTheReferencesRounds() {
        String stored = hash.make("Grüße 🌍");
        assertThat(stored).matches("\\$pbkdf2-sha256\\$29000\\$[./A-Za-z0-9]{22}\\$[./A-Za-z0-9]{43}");
        assertThat(hash.verify(stored, "Grüße 🌍")).isTrue();
        assertThat(hash.verify(stored, "Grusse 🌍")).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(hash.make("same")).isNotEqualTo(hash.make("same"));
    }

    @Test
    void refusesUnknownForms() {
        for (String stored :
                List.of("", "plain", "$pbkdf2-sha256$x$y$z", "$1$salt$hash", "$2b$10$short", "$argon2id$")) {
            assertThat(hash.verify(stored, "plain")).as(stored).isFalse();
        }
    }

    @Test
    void letsManyLoginsWaitTheirTurn() {
        String stored = hash.make("queue");
        long right = IntStream.range(0, 24)
                .parallel()
                .filter(i -> hash.verify(stored, "queue"))
                .count();
        assertThat(right).isEqualTo(24);
    }

    @Test
    void turnsFurtherLoginsAwayAtOnceWhenTooManyWait() throws InterruptedException {
        PasswordHash one = new PasswordHash(1);
        CountDownLatch held = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        waiting.add(Thread.startVirtualThread(() -> one.verify("", "x", () -> awaited(held))));
        try {
            for (int i = 0; i < 400; i++) {
                waiting.add(Thread.startVirtualThread(() -> quietly(() -> one.verify("", "x"))));
            }
            Thread.sleep(200);
            long start = System.nanoTime();
            assertThatThrownBy(() -> one.verify("", "x"))
                    .isInstanceOfSatisfying(
                            TooManyRequestsError.class,
                            refused -> assertThat(refused.retryAfter()).isPositive());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            waiting.forEach(Thread::interrupt);
            held.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (TooManyRequestsError refused) {
            assertThat(refused.status()).isEqualTo(429);
        }
    }
}
