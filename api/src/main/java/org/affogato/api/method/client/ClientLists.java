package org.affogato.api.method.client;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Lists, counts and single values over RPC. Frappe: {@code frappe.client}. */
@Singleton
public class ClientLists implements WhitelistedMethods {
    @Whitelisted("frappe.client.get_list")
    @Requires(access = Access.ANY_USER)
    public Object list(Context context, Arguments arguments) {
        return new ListArguments(arguments.values()).rows(context);
    }

    @Whitelisted("frappe.client.get_count")
    @Requires(access = Access.ANY_USER)
    public long count(Context context, String doctype, @Nullable Object filters, @Nullable String parent) {
        ListRequest request = new ListRequest(
                doctype,
                List.of(),
                ListArguments.filtersOrName(filters),
                null,
                null,
                null,
                0,
                0,
                false,
                parent,
                !context.isAdministrator());
        return context.documents().count(request);
    }

    @Whitelisted("frappe.client.get_value")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object value(
            Context context,
            String doctype,
            Object fieldname,
            @Nullable Object filters,
            @Argument(otherwise = "1") boolean asDict,
            @Nullable String parent) {
        ChildTables.checkParent(context, doctype, parent);
        Meta meta = context.meta(doctype);
        checkMayRead(context, meta);
        List<?> fields = fields(fieldname);
        Object found = named(ListArguments.filtersOrName(filters));
        List<Map<String, @Nullable Object>> rows = meta.isSingle()
                ? SingleValues.matching(context, meta, fields, found)
                : context.documents().list(first(doctype, fields, found, parent));
        if (asDict) {
            return rows.isEmpty() ? Collections.emptyMap() : rows.getFirst();
        }
        return rows.isEmpty() ? null : withoutKeys(rows, fields.size());
    }

    private static void checkMayRead(Context context, Meta meta) {
        if (!meta.isChild() && !context.permissions().has(Right.READ, meta.name())) {
            throw new PermissionError("No permission for " + meta.name());
        }
    }

    private static List<?> fields(Object fieldname) {
        Object read = fieldname.equals("*") ? fieldname : Json.readIfJson(fieldname);
        if (read instanceof List<?> list) {
            return list;
        }
        if (read == null || !read.equals(fieldname)) {
            throw new ValidationError("fieldname must be a field or a list of fields");
        }
        return List.of(fieldname);
    }

    private static @Nullable Object named(@Nullable Object filters) {
        if (!(filters instanceof String name) || name.isEmpty()) {
            return filters;
        }
        Map<String, Object> byName = new LinkedHashMap<>();
        byName.put("name", name);
        return byName;
    }

    private static ListRequest first(
            String doctype, List<?> fields, @Nullable Object filters, @Nullable String parent) {
        return new ListRequest(doctype, fields, filters, null, null, null, 0, 1, false, parent, true);
    }

    private static @Nullable Object withoutKeys(List<Map<String, @Nullable Object>> rows, int fields) {
        List<@Nullable Object> values = ListArguments.lists(rows).getFirst();
        return fields > 1 ? values : values.getFirst();
    }

    @Whitelisted("frappe.client.get_single_value")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object singleValue(Context context, String doctype, @Argument("field") String fieldname) {
        Meta meta = context.meta(doctype);
        if (!SingleValues.mayRead(context, meta)) {
            throw new PermissionError("No permission for " + doctype);
        }
        DocField field = meta.field(fieldname);
        if (field == null) {
            throw new ValidationError("Field %s does not exist on %s".formatted(fieldname, doctype));
        }
        return SingleValues.isHidden(context, meta, field)
                ? null
                : SingleValues.shown(field, context.documents().single(doctype, fieldname));
    }
}
