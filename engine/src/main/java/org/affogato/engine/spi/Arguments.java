package org.affogato.engine.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All arguments of a call as they came in: text from query and form, JSON values from a JSON body. */
public record Arguments(Map<String, @Nullable Object> values) {
    public @Nullable Object get(String name) {
        return values.get(name);
    }
}
