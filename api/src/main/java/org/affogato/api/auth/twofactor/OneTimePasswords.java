package org.affogato.api.auth.twofactor;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.affogato.api.auth.Credentials;
import org.affogato.api.auth.Digests;
import org.affogato.api.auth.LoginAttempts;
import org.affogato.api.auth.LoginAttempts.Limit;
import org.affogato.api.auth.SecondFactor;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Context;

/** The second step of a login. A code counts once, and only so many may be tried. Frappe: {@code twofactor.py}. */
@Singleton
public class OneTimePasswords implements SecondFactor {
    /** Stricter than for passwords: a code has six digits only. */
    private static final Limit LIMIT = new Limit(5, Duration.ofMinutes(15));

    // Read by clients in the answer's message: part of the wire.
    private static final String WRONG = "Incorrect Verification code";

    private final Engine engine;
    private final Credentials credentials;
    private final LoginAttempts attempts;
    private final FactorDelivery delivery;
    private final FactorRules rules;

    public OneTimePasswords(Engine engine, Credentials credentials, LoginAttempts attempts, FactorDelivery delivery) {
        this.engine = engine;
        this.credentials = credentials;
        this.attempts = attempts;
        this.delivery = delivery;
        this.rules = new FactorRules(engine.permissions().settings());
    }

    @Override
    public boolean isNeeded(UserAccess user, String address, Context context) {
        return rules.isNeeded(user, address, context);
    }

    @Override
    public void ask(Candidate candidate, HttpCall call, Context context) {
        FactorStore store = new FactorStore(context, candidate.user());
        store.lock();
        OneTimePassword password = store.password();
        boolean byMail = engine.permissions()
                .settings()
                .text("two_factor_method", "OTP App", context)
                .equals("Email");
        long counter = byMail ? new SecureRandom().nextLong(1L << 40) : 0;
        String method = byMail ? Ticket.MAIL : Ticket.APP;
        Ticket ticket = new Ticket(candidate.user(), method, counter, Instant.now(), proof(candidate));
        call.keys().put("verification", delivery.deliver(ticket, password, store.isSetUp(), context));
        call.keys().put("tmp_id", ticket.seal(context));
    }

    @Override
    public String confirm(String ticket, String code, HttpCall call) {
        Optional<Ticket> opened = engine.runAndRollBack(Context.GUEST, context -> open(ticket, context));
        Ticket step = opened.orElseThrow(() -> credentials.incomplete(call));
        String key = "second factor of " + step.user();
        attempts.take(LIMIT, key);
        boolean right = engine.run(step.user(), context -> accepts(step, code.strip(), context));
        if (!right) {
            throw credentials.failure(WRONG, step.user(), call);
        }
        attempts.succeeded(key);
        return step.user();
    }

    private Optional<Ticket> open(String sealed, Context context) {
        return Ticket.open(sealed, context)
                .filter(ticket -> credentials
                        .known(ticket.user(), context)
                        .filter(user -> proof(user).equals(ticket.proof()))
                        .isPresent());
    }

    private static boolean accepts(Ticket ticket, String code, Context context) {
        FactorStore store = new FactorStore(context, ticket.user());
        OneTimePassword password = store.password();
        if (ticket.method().equals(Ticket.MAIL)) {
            return password.matches(code, ticket.counter())
                    && store.advance(Ticket.MAIL, ticket.issued().toEpochMilli());
        }
        OptionalLong step = password.step(code, Instant.now());
        boolean fresh = step.isPresent() && store.advance(Ticket.APP, step.getAsLong());
        if (fresh) {
            store.markSetUp();
        }
        return fresh;
    }

    private static String proof(Candidate candidate) {
        return Digests.hex(candidate.hash()).substring(0, 16);
    }
}
