package org.affogato.doctypes.frappe.core.doctype.role;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Roles that a Link field offers: those of the product. Frappe: {@code role_query}. */
public final class RoleQuery implements WhitelistedMethods {
    @Whitelisted("frappe.core.doctype.role.role.role_query")
    @Requires(right = "read", doctype = "Role")
    public List<List<@Nullable Object>> search(
            Context context,
            String txt,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "10") long pageLen,
            @Nullable Object filters) {
        List<Object> all = new ArrayList<>();
        all.add(List.of("name", "like", "%" + txt + "%"));
        all.add(List.of("is_custom", "=", 0L));
        if (filters instanceof List<?> more) {
            all.addAll(more);
        }
        ListRequest request = ListRequest.visible("Role", List.of("name"), all)
                .skipping(Math.max(start, 0))
                .limited(Math.max(pageLen, 0));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        context.documents().list(request).forEach(row -> rows.add(new ArrayList<>(row.values())));
        return rows;
    }
}
