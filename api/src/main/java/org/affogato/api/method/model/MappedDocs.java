package org.affogato.api.method.model;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.Engine;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new document from others by an app's mapper: a whitelisted method that takes {@code source_name} and perhaps
 * {@code target_doc}, and that checks by its own declaration who may. Frappe: {@code frappe.model.mapper}.
 */
@Singleton
public class MappedDocs implements WhitelistedMethods {
    private static final String MODULE = "frappe.model.mapper.";

    private final Provider<Engine> engine;

    public MappedDocs(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** The document that the mapper makes of one source; it is not stored. */
    @Whitelisted(MODULE + "make_mapped_doc")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object make(
            Context context,
            String method,
            String sourceName,
            @Nullable Object selectedChildren,
            @Nullable Object args) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("source_name", sourceName);
        values.put("selected_children", Json.readIfJson(selectedChildren));
        values.put("args", Json.readIfJson(args));
        return mapper(method).call(context, new Arguments(values));
    }

    private WhitelistedMethod mapper(String method) {
        return engine.get()
                .methods()
                .find(method)
                .orElseThrow(() -> new ValidationError("There is no mapper " + method));
    }

    /** The target after the mapper added each of the sources to it. */
    @Whitelisted(MODULE + "map_docs")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object map(
            Context context, String method, Object sourceNames, @Nullable Object targetDoc, @Nullable Object args) {
        WhitelistedMethod mapper = mapper(method);
        Object target = Json.readIfJson(targetDoc);
        for (Object source : Json.list(sourceNames)) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("source_name", source);
            values.put("target_doc", target);
            values.put("args", Json.readIfJson(args));
            target = mapper.call(context, new Arguments(values));
        }
        return target;
    }
}
