package org.affogato.api.method.desk.search;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AppNotInstalledError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Methods that search in place of the usual search: named by the caller, or by an app for a DocType. Only whitelisted
 * ones that also answer GET are called, since a search changes nothing. Frappe: {@code standard_queries}.
 */
@Singleton
public class SearchQueries {
    private final Provider<Engine> engine;

    public SearchQueries(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** The path of the method to search by; empty for the usual search. */
    Optional<String> find(String doctype, @Nullable String query) {
        return query == null || query.isEmpty()
                ? Optional.ofNullable(engine.get().apps().standardQueries().get(doctype))
                : Optional.of(query);
    }

    @Nullable
    Object run(Context context, @Nullable String query, SearchCall call) {
        String path = find(call.doctype(), query).orElseThrow();
        WhitelistedMethod method = engine.get().methods().find(path).orElseThrow(() -> unknown(path));
        if (!method.takes("GET")) {
            throw new PermissionError("%s does not search".formatted(path));
        }
        return method.call(context, new Arguments(call.arguments()));
    }

    private EngineException unknown(String path) {
        String app = path.split("\\.", 2)[0];
        boolean known =
                engine.get().apps().all().stream().anyMatch(each -> each.name().equals(app));
        return known
                ? new PermissionError("%s is not whitelisted".formatted(path))
                : new AppNotInstalledError("App %s is not installed".formatted(app));
    }
}
