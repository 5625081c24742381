package org.affogato.engine.permission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.meta.Meta;

/** The cache scopes of this package: what a write to a DocType makes stale. */
public final class AccessScope {
    /** Users, their roles and defaults, User Permissions and the settings about them. */
    public static final String ACCESS = "access";

    /** Shared documents. */
    public static final String SHARES = "shares";

    /** The order of trees, on which User Permissions rest that count for descendants. */
    public static final String TREES = "trees";

    /** All of them. */
    public static final List<String> ALL = List.of(ACCESS, SHARES, TREES);

    private static final Set<String> SOURCES =
            Set.of("User", "Has Role", "Role", "User Permission", "System Settings", "DefaultValue");

    private AccessScope() {}

    /** The scopes that a write to documents of the DocType touches; empty for most. */
    public static Set<String> touchedBy(Meta meta) {
        Set<String> scopes = new LinkedHashSet<>();
        if (SOURCES.contains(meta.name())) {
            scopes.add(ACCESS);
        }
        if (meta.name().equals("DocShare")) {
            scopes.add(SHARES);
        }
        if (isNested(meta)) {
            scopes.add(TREES);
        }
        return scopes;
    }

    static boolean isNested(Meta meta) {
        return meta.isColumn("lft") && meta.isColumn("rgt");
    }
}
