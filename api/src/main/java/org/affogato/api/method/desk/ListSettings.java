package org.affogato.api.method.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** How the list of a DocType looks, and what its sidebar counts. Frappe: {@code frappe.desk.listview}. */
@Singleton
public class ListSettings implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.listview.";
    private static final String DOCTYPE = "List View Settings";

    /** Nothing where the DocType's list was never set up. */
    @Whitelisted(MODULE + "get_list_settings")
    @Requires(access = Access.ANY_USER)
    public @Nullable Document get(Context context, String doctype) {
        return context.documents().find(DOCTYPE, doctype).orElse(null);
    }

    @Whitelisted(MODULE + "set_list_settings")
    @Requires(access = Access.ANY_USER)
    public void set(Context context, String doctype, Object values) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(Json.object(values));
        given.remove("name");
        Document settings = context.documents().find(DOCTYPE, doctype).orElseGet(() -> fresh(context, doctype));
        context.documents().update(settings, given);
        context.documents().save(settings);
    }

    private static Document fresh(Context context, String doctype) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Document settings = context.documents().createWithDefaults(DOCTYPE, values);
        return settings.set("name", doctype);
    }

    /** How many documents there are for each value of a field, the most frequent first. */
    @Whitelisted(MODULE + "get_group_by_count")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> countByGroup(
            Context context, String doctype, @Nullable Object currentFilters, String field) {
        context.permissions().check(Right.READ, doctype);
        Object filters = Json.readIfJson(currentFilters);
        if (field.equals("assigned_to")) {
            return assignees(context, doctype, filters);
        }
        if (!context.meta(doctype).columns().contains(field)) {
            throw new DataError(doctype + " has no field " + field);
        }
        String column = "`tab%s`.`%s`".formatted(doctype, field);
        List<String> fields = List.of("count(*) as count", column + " as name");
        return context.documents()
                .list(new ListRequest(doctype, fields, filters, null, "count desc", column, 0, 50, false, null, true));
    }

    private static List<Map<String, @Nullable Object>> assignees(
            Context context, String doctype, @Nullable Object filters) {
        List<Object> names = new ArrayList<>(List.of(doctype));
        context.documents()
                .list(ListRequest.all(doctype, List.of("name"), filters).asCaller())
                .forEach(row -> names.add(String.valueOf(row.get("name"))));
        if (names.size() == 1) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(names.size() - 1, "?"));
        return context.database()
                .query(
                        "SELECT t.allocated_to AS name, COUNT(*) AS count FROM {ToDo} t JOIN {User} u ON u.name = t.allocated_to"
                                + " WHERE t.status <> 'Cancelled' AND u.user_type = 'System User' AND t.reference_type = ?"
                                + " AND t.reference_name IN (" + marks
                                + ") GROUP BY t.allocated_to ORDER BY count DESC LIMIT 50",
                        names.toArray());
    }
}
