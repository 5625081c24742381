package org.affogato.engine.permission;

import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** The cache scopes of this package: what a write to a DocType makes stale. */
public final class AccessScope {
    /** Users, their roles and defaults, User Permissions and the settings about them. */
    public static final String ACCESS = "access";

    /** Shared documents. */
    public static final String SHARES = "shares";

    /** The order of trees, on which User Permissions rest that count for descendants. */
    public static final String TREES = "trees";

    /** Logins; their cache is kept where they are served. */
    public static final String SESSIONS = "sessions";

    /** Those that {@link PermissionRules} caches. */
    public static final List<String> ALL = List.of(ACCESS, SHARES, TREES);

    private static final Set<String> SOURCES =
            Set.of("User", "Has Role", "Role", "User Permission", "System Settings", "DefaultValue");

    private AccessScope() {}

    /** To be told of every write to a document: drops what it makes stale once the transaction is committed. */
    public static void written(Meta meta, Context context) {
        if (SOURCES.contains(meta.name())) {
            context.touch(ACCESS);
        }
        if (meta.name().equals("DocShare")) {
            context.touch(SHARES);
        }
        if (isNested(meta)) {
            context.touch(TREES);
        }
    }

    static boolean isNested(Meta meta) {
        return meta.isColumn("lft") && meta.isColumn("rgt");
    }
}
