package org.affogato.engine.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All arguments of a call as they came in: text from query and form, JSON values from a JSON body.
 *
 * @param host what a {@link Host} parameter gets; null where the call did not come in by HTTP
 */
public record Arguments(
        Map<String, @Nullable Object> values, @Nullable Object host) {
    public Arguments(Map<String, @Nullable Object> values) {
        this(values, null);
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }
}
