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
    private final ErrorAnswer errors;

    public RequestRunner(Engine engine, Authenticator authenticator, ErrorAnswer errors) {
        this.engine = engine;
        this.authenticator = authenticator;
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
        Attempt attempt = new Attempt();
        try {
            call.arguments();
            String user = authenticator.user(call);
            Action action = find.apply(call);
            if (call.changes() || action.commitsAlways()) {
                return engine.run(user, context -> attempt.answer(call, action, context));
            }
            return engine.runAndRollBack(user, context -> attempt.answer(call, action, context));
        } catch (RuntimeException error) {
            if (error.getClass() == AuthenticationError.class) {
                authenticator.forget(call);
            }
            return errors.of(error, call, attempt.answer);
        }
    }

    /** The last try of a call: its answer tells what had been gathered when it failed. */
    private final class Attempt {
        private Answer answer = new Answer();

        Reply answer(HttpCall call, Action action, Context context) {
            answer = context.answer();
            Object value = action.run(context);
            if (answer.signsIn() != null) {
                authenticator.signIn(call, answer.signsIn(), context);
            }
            if (value instanceof Reply reply) {
                return reply;
            }
            return Reply.json(answer.status(), Envelope.bytes(action.key(), value, call, answer));
        }
    }
}
