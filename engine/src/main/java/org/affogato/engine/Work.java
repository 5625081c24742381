package org.affogato.engine;

import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What a request or job does in its context. May run again from the start after a conflict in the database. */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    T run(Context context);
}
