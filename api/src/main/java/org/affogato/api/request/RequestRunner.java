package org.affogato.api.request;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.affogato.api.error.ErrorAnswer;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call from sign-in to answer. The answer is written while the transaction is open, then committed where the
 * call changes something and rolled back where it only reads. Frappe: {@code app.py}.
 */
@Singleton
public class RequestRunner {
    private final Engine engine;
    private final Authenticator authenticator;
    private final IdempotencyKeys idempotency;
    private final ErrorAnswer errors;

    public RequestRunner(Engine engine, Authenticator authenticator, IdempotencyKeys idempotency, ErrorAnswer errors) {
        this.engine = engine;
        this.authenticator = authenticator;
        this.idempotency = idempotency;
        this.errors = errors;
    }

    /** What a call does, found before a connection is taken. */
    public interface Action {
        /** {@code message} or {@code data}: the key of the answer. */
        String key();

        /** Whether success commits though the verb only reads. */
        default boolean commitsAlways() {
            return false;
        }

        @Nullable
        Object run(Context context);
    }

    /**
     * @param find turns the call into its action; may refuse it
     */
    public Reply run(HttpCall call, Function<HttpCall, Action> find) {
        return answering(call, attempt -> {
            call.arguments();
            String user = authenticator.user(call);
            return attempt.run(user, find.apply(call));
        });
    }

    /** Runs a part of a call whose sender is known already, in a transaction of its own. */
    public Reply runAs(String user, HttpCall part, Function<HttpCall, Action> find) {
        return answering(part, attempt -> attempt.run(user, find.apply(part)));
    }

    private Reply answering(HttpCall call, Function<Attempt, Reply> work) {
        Attempt attempt = new Attempt(call);
        try {
            return work.apply(attempt);
        } catch (RuntimeException error) {
            if (error.getClass() == AuthenticationError.class) {
                authenticator.forget(call);
            }
            return errors.of(error, call, attempt.answer);
        }
    }

    /** Runs a part of a call in the call's transaction, with messages of its own; errors are the caller's. */
    public Reply runWithin(Context context, HttpCall part, Function<HttpCall, Action> find) {
        return new Attempt(part).answer(find.apply(part), context.with(new Answer()));
    }

    /** The last try of a call: its answer tells what had been gathered when it failed. */
    private final class Attempt {
        private final HttpCall call;
        private Answer answer = new Answer();

        Attempt(HttpCall call) {
            this.call = call;
        }

        Reply run(String user, Action action) {
            if (call.changes() || action.commitsAlways()) {
                return engine.run(user, context -> idempotency.once(call, context, () -> answer(action, context)));
            }
            return engine.runAndRollBack(user, context -> answer(action, context));
        }

        Reply answer(Action action, Context context) {
            answer = context.answer();
            Object value = action.run(context);
            if (answer.signsIn() != null) {
                authenticator.signIn(call, answer.signsIn(), context);
            }
            if (value instanceof Reply reply) {
                return reply;
            }
            if (value instanceof Reply.ForCall made) {
                return made.reply(call);
            }
            ReadableParts.keep(value, context);
            ReadableParts.keep(answer.keys(), context);
            byte[] body = Envelope.bytes(action.key(), value, call, answer);
            Reply reply = new Reply(answer.status(), Reply.JSON, body, answer.headers());
            return EntityTag.tagged(reply, value, call, answer.isTagged());
        }
    }
}
