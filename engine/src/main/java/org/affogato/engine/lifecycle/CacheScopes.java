package org.affogato.engine.lifecycle;

import org.affogato.engine.meta.Meta;
import org.affogato.engine.naming.Naming;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;

/** Says which caches a write makes stale. */
final class CacheScopes {
    private CacheScopes() {}

    static void touch(Meta meta, Context context) {
        AccessScope.written(meta, context);
        if (meta.name().equals(Naming.RULE)) {
            context.touch(Naming.SCOPE);
        }
    }
}
