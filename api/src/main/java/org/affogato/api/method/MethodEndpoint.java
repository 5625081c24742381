package org.affogato.api.method;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.api.request.Routes;
import org.affogato.engine.Engine;
import org.affogato.engine.registry.WhitelistedMethod;
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
        if (rest.isEmpty() || rest.startsWith("/")) {
            throw Routes.nothing();
        }
        int slash = rest.indexOf('/');
        return command(call, slash < 0 ? rest : rest.substring(0, slash));
    }

    /** The call of a method by its dotted path, as {@code cmd} names it. */
    public Action command(HttpCall call, String path) {
        return call(call, "message", path);
    }

    /** The call by version 2, whose values go out as {@code data}. */
    public Action callOfVersionTwo(HttpCall call, String path) {
        return call(call, "data", path);
    }

    private Action call(HttpCall call, String key, String path) {
        if (path.equals("login") || path.equals("logout")) {
            return new SignedIn(); // the Authenticator has done it
        }
        WhitelistedMethod method = engine.methods().find(path).orElse(null);
        return method == null ? new NoMethod(path, installed()) : new MethodCall(key, method, call);
    }

    private Set<String> installed() {
        Set<String> names = new LinkedHashSet<>();
        engine.apps().all().forEach(app -> names.add(app.name()));
        engine.settings()
                .appFolders()
                .forEach(folder -> names.add(folder.getFileName().toString()));
        return names;
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
}
