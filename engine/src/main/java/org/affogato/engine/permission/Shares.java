package org.affogato.engine.permission;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.db.Collation;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** Documents shared with a user or with everyone, and the rights that go with it. Frappe: {@code share.py}. */
public final class Shares {
    private static final List<Right> COLUMNS = List.of(Right.READ, Right.WRITE, Right.SUBMIT, Right.SHARE);

    private final AccessCache<Map<String, Set<Right>>> cache = new AccessCache<>(50_000, List.of(AccessScope.SHARES));

    /** The right that a share must grant for the asked one; empty where no share can give it. */
    static Optional<Right> sharable(Right right) {
        return switch (right) {
            case READ, WRITE, SUBMIT, SHARE -> Optional.of(right);
            case SELECT, EMAIL, PRINT -> Optional.of(Right.READ);
            default -> Optional.empty();
        };
    }

    /** Whether any document of the DocType is shared with the user with that right. */
    boolean any(String doctype, String user, Right right, Context context) {
        return of(doctype, user, context).values().stream().anyMatch(rights -> rights.contains(right));
    }

    boolean has(String doctype, String name, String user, Right right, Context context) {
        return of(doctype, user, context)
                .getOrDefault(Collation.key(name), Set.of())
                .contains(right);
    }

    AccessCache<Map<String, Set<Right>>> cache() {
        return cache;
    }

    /** Rights by document name; names compare as the database does. */
    private Map<String, Set<Right>> of(String doctype, String user, Context context) {
        return cache.get(user + '\n' + doctype, context, () -> load(doctype, user, context));
    }

    private static Map<String, Set<Right>> load(String doctype, String user, Context context) {
        Map<String, Set<Right>> shared = new LinkedHashMap<>();
        String everyone = user.equals(Context.GUEST) ? "0" : "1";
        context.database().stream(
                "SELECT `share_name`, `read`, `write`, `submit`, `share` FROM `tabDocShare`"
                        + " WHERE `share_doctype` = ? AND (`user` = ? OR `everyone` = 1 AND 1 = ?)",
                List.of(doctype, user, everyone),
                row -> {
                    Set<Right> rights =
                            shared.computeIfAbsent(Collation.key(row.getString(1)), key -> EnumSet.noneOf(Right.class));
                    for (int i = 0; i < COLUMNS.size(); i++) {
                        if (row.getBoolean(i + 2)) {
                            rights.add(COLUMNS.get(i));
                        }
                    }
                });
        return shared;
    }
}
