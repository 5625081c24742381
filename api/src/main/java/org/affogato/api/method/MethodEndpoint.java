package org.affogato.api.method;

import jakarta.inject.Singleton;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.Engine;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** {@code /api/method/<dotted path>}: calls of whitelisted methods. Frappe: {@code handler.py}. */
@Singleton
public class MethodEndpoint {
    private final Engine engine;

    public MethodEndpoint(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param rest what follows {@code /api/method/}; clients may hang more path on the method's name
     */
    public Action find(HttpCall call, String rest) {
        int slash = rest.indexOf('/');
        return command(call, slash < 0 ? rest : rest.substring(0, slash));
    }

    /** The call of a method by its dotted path, as {@code cmd} names it. */
    public Action command(HttpCall call, String path) {
        if (path.equals("login") || path.equals("logout")) {
            return new SignedIn(); // the Authenticator has done it
        }
        WhitelistedMethod method = engine.methods().find(path).orElseThrow(() -> unknown(path));
        return new Call(method, call);
    }

    private static ValidationError unknown(String path) {
        return new ValidationError("Failed to get method for command " + path);
    }

    private record SignedIn() implements Action {
        @Override
        public String key() {
            return "message";
        }

        @Override
        public @Nullable Object run(Context context) {
            return null;
        }
    }

    private record Call(WhitelistedMethod method, HttpCall call) implements Action {
        @Override
        public String key() {
            return "message";
        }

        @Override
        public boolean commitsAlways() {
            return method.whitelisted().commitsOnGet();
        }

        @Override
        public @Nullable Object run(Context context) {
            if (!method.takes(call.verb())) {
                throw new PermissionError("Not permitted");
            }
            return method.call(context, new Arguments(call.arguments()));
        }
    }
}
