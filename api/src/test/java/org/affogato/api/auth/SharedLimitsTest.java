package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.affogato.api.auth.LoginAttempts.Limit;
import org.affogato.api.auth.Visitor.Answer;
import org.affogato.engine.Engine;
import org.affogato.engine.error.SecurityException;
import org.affogato.engine.error.TooManyRequestsError;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.Test;

/** Lock-outs and rate limits over two nodes: the application, and limits of their own on the same database. */
@QuarkusTest
class SharedLimitsTest {
    private static final String KIND = "login_via_key";
    private static final String LINK = "/api/method/frappe.www.login.login_via_key?key=none";
    private static final int ALLOWED = 5;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Limit LIMIT = new Limit(10, Duration.ofMinutes(1));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Engine engine;

    @Inject
    Accounts accounts;

    /** Another node, or the same one after a restart. */
    private final class Node {
        private final LoginAttempts attempts = new LoginAttempts(() -> engine);
        private final RateLimits limits = new RateLimits();
        private final RateExchange exchange = new RateExchange(engine, limits);

        void count(String address) {
            limits.count(KIND, address, ALLOWED, AN_HOUR);
        }
    }

    private static String key(String address) {
        return Digests.hex(KIND + " " + address);
    }

    private void awaitCount(String address, long count) throws InterruptedException {
        String sql = "SELECT `count` FROM `__affogato_rate` WHERE `key` = ?";
        Instant end = Instant.now().plus(PATIENCE);
        while (!accounts.value(sql, key(address)).equals(String.valueOf(count))) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    @Test
    void locksOutOnAllNodesAndAfterARestart() throws Exception {
        String user = accounts.user("locked-everywhere");
        Visitor visitor = new Visitor(base).from("192.0.2.101");
        for (int i = 0; i <= LIMIT.allowed(); i++) {
            assertThat(visitor.login(user, "wrong").status()).isEqualTo(401);
        }
        assertThatThrownBy(() -> new Node().attempts.check(LIMIT, user)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> new Node().attempts.check(LIMIT, "somebody", "address 192.0.2.101"))
                .isInstanceOf(SecurityException.class);
        new Node().attempts.check(LIMIT, "somebody", "address 192.0.2.102");
    }

    @Test
    void isLockedByFailuresOnAnotherNode() throws Exception {
        String user = accounts.user("locked-elsewhere");
        Node other = new Node();
        for (int i = 0; i <= LIMIT.allowed(); i++) {
            other.attempts.failed(LIMIT, user.toUpperCase(Locale.ROOT));
        }
        Answer locked = new Visitor(base).from("192.0.2.103").login(user, Accounts.PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("60");
        other.attempts.succeeded(user);
        assertThat(new Visitor(base)
                        .from("192.0.2.103")
                        .login(user, Accounts.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void opensALockAfterItsTime() throws Exception {
        String user = accounts.user("locked-for-a-while");
        Node other = new Node();
        Limit brief = new Limit(1, Duration.ofSeconds(1));
        other.attempts.failed(brief, user);
        other.attempts.failed(brief, user);
        assertThatThrownBy(() -> other.attempts.check(brief, user)).isInstanceOf(SecurityException.class);
        Thread.sleep(1100);
        other.attempts.check(brief, user);
        other.attempts.failed(brief, user);
        other.attempts.check(brief, user); // counted anew
    }

    @Test
    void countsNoMoreTriesThanAllowedHoweverManyComeAtOnce() throws Exception {
        String key = accounts.address("tries");
        Limit few = new Limit(5, Duration.ofMinutes(1));
        Node[] nodes = {new Node(), new Node()};
        var taken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                Node node = nodes[i % 2];
                threads.submit(() -> {
                    node.attempts.take(few, key);
                    return taken.incrementAndGet();
                });
            }
        }
        assertThat(taken).hasValue(6);
    }

    @Test
    void refusesOnAnotherNodeWhatWasUsedUpHere() throws Exception {
        String address = "203.0.113.101";
        Visitor visitor = new Visitor(base).from(address);
        for (int i = 0; i < ALLOWED; i++) {
            assertThat(visitor.get(LINK).status()).isEqualTo(403);
        }
        awaitCount(address, ALLOWED);
        Node other = new Node();
        other.exchange.exchange();
        assertThatThrownBy(() -> other.count(address)).isInstanceOfSatisfying(TooManyRequestsError.class, refused -> {
            assertThat(refused.retryAfter()).isBetween(AN_HOUR.minusMinutes(1), AN_HOUR.plusSeconds(2));
        });
        other.count("203.0.113.102");
    }

    @Test
    void isToldWhatWasUsedUpOnAnotherNode() throws Exception {
        String address = "203.0.113.103";
        Node other = new Node();
        for (int i = 0; i < ALLOWED; i++) {
            other.count(address);
        }
        other.exchange.exchange();
        other.exchange.exchange(); // tells nothing twice
        awaitCount(address, ALLOWED);
        Thread.sleep(2500);
        Answer refused = new Visitor(base).from(address).get(LINK);
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void addsUpWhatTwoNodesCountAtOnce() {
        String address = "203.0.113.104";
        Node one = new Node();
        Node two = new Node();
        for (int i = 0; i < 3; i++) {
            one.count(address);
            two.count(address);
        }
        one.exchange.exchange();
        two.exchange.exchange();
        one.exchange.exchange();
        assertThatThrownBy(() -> one.count(address)).isInstanceOf(TooManyRequestsError.class);
        assertThatThrownBy(() -> two.count(address)).isInstanceOf(TooManyRequestsError.class);
    }

    @Test
    void answersAtOnceWhileTheCountsAreLocked() throws Exception {
        String address = "203.0.113.105";
        Visitor visitor = new Visitor(base).from(address);
        visitor.get(LINK);
        awaitCount(address, 1);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = Thread.ofVirtual()
                .start(() -> engine.run(Context.GUEST, context -> {
                    context.database().execute("UPDATE `__affogato_rate` SET `count` = `count`");
                    locked.countDown();
                    return await(done);
                }));
        try {
            locked.await();
            Instant start = Instant.now();
            assertThat(visitor.get(LINK).status()).isEqualTo(403);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        } finally {
            done.countDown();
            holder.join();
        }
        awaitCount(address, 2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void removesWhatHasHadItsDay() {
        Node node = new Node();
        String user = accounts.address("gone");
        node.attempts.failed(LIMIT, user);
        node.count("203.0.113.106");
        node.exchange.exchange();
        accounts.execute(
                "UPDATE `__affogato_login_failure` SET `until` = '2001-01-01' WHERE `key` = ?", Digests.hex(user));
        accounts.execute("UPDATE `__affogato_rate` SET `until` = '2001-01-01' WHERE `key` = ?", key("203.0.113.106"));
        node.attempts.failed(LIMIT, user + "2");
        assertThat(engine.run(Context.GUEST, node.attempts::removeExpired)).isPositive();
        assertThat(engine.run(Context.GUEST, RateExchange::removeExpired)).isPositive();
        String rows = "SELECT COUNT(*) FROM `__affogato_login_failure` WHERE `key` = ?";
        assertThat(accounts.value(rows, Digests.hex(user))).isEqualTo("0");
        assertThat(accounts.value(rows, Digests.hex(user + "2"))).isEqualTo("1");
    }
}
