package org.affogato.engine.permission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.Collation;
import org.affogato.engine.permission.UserPermissions.Permit;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Reads a user's User Permissions, one statement for them and one for each tree among their DocTypes. */
final class UserPermissionRows {
    private UserPermissionRows() {}

    private record Row(
            String allow, String value, @Nullable String applicableFor, boolean isDefault, boolean hideBelow) {}

    static Map<String, List<Permit>> load(String user, Context context) {
        List<Row> rows = context.database()
                .query(
                        "SELECT `allow`, `for_value`, `applicable_for`, `is_default`, `hide_descendants`"
                                + " FROM `tabUser Permission` WHERE `user` = ? ORDER BY `modified` DESC, `name`",
                        List.of(user),
                        row -> new Row(
                                String.valueOf(row.getString(1)),
                                String.valueOf(row.getString(2)),
                                emptyToNull(row.getString(3)),
                                row.getBoolean(4),
                                row.getBoolean(5)));
        Map<String, List<Permit>> permits = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> trees = descendants(rows, context);
        for (Row row : rows) {
            List<Permit> own = permits.computeIfAbsent(row.allow, key -> new ArrayList<>());
            own.add(new Permit(row.value, row.applicableFor, row.isDefault));
            if (!row.hideBelow) {
                trees.getOrDefault(row.allow, Map.of())
                        .getOrDefault(Collation.key(row.value), List.of())
                        .forEach(below -> own.add(new Permit(below, row.applicableFor, false)));
            }
        }
        return Collections.unmodifiableMap(permits);
    }

    private static Map<String, Map<String, List<String>>> descendants(List<Row> rows, Context context) {
        Map<String, LinkedHashSet<String>> roots = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.hideBelow && context.hasDoctype(row.allow) && AccessScope.isNested(context.meta(row.allow))) {
                roots.computeIfAbsent(row.allow, key -> new LinkedHashSet<>()).add(row.value);
            }
        }
        Map<String, Map<String, List<String>>> trees = new LinkedHashMap<>();
        roots.forEach((doctype, names) -> trees.put(doctype, below(doctype, List.copyOf(names), context)));
        return trees;
    }

    private static Map<String, List<String>> below(String doctype, List<String> names, Context context) {
        Map<String, List<String>> below = new LinkedHashMap<>();
        String table = "{" + doctype + "}";
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        context.database().stream(
                "SELECT root.`name`, node.`name` FROM " + table + " root JOIN " + table
                        + " node ON node.`lft` > root.`lft` AND node.`rgt` < root.`rgt` WHERE root.`name` IN ("
                        + marks + ") ORDER BY node.`lft`",
                names,
                row -> below.computeIfAbsent(Collation.key(row.getString(1)), key -> new ArrayList<>())
                        .add(row.getString(2)));
        return below;
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
