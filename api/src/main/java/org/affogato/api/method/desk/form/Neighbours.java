package org.affogato.api.method.desk.form;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** The document before or after one, in the order of a list: the arrows of a form. Frappe: {@code get_next}. */
@Singleton
public class Neighbours implements WhitelistedMethods {
    @Whitelisted("frappe.desk.form.utils.get_next")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object getNext(
            Context context,
            String doctype,
            String value,
            long prev,
            @Nullable Object filters,
            @Argument(otherwise = "desc") String sortOrder,
            @Argument(otherwise = "modified") String sortField) {
        if (!context.meta(doctype).isColumn(sortField)) {
            throw new DataError(doctype + " cannot be sorted by " + sortField);
        }
        boolean rising = sortOrder.equalsIgnoreCase("asc") == (prev == 0);
        List<Object> conditions = conditions(filters);
        conditions.add(List.of(doctype, sortField, rising ? ">" : "<", from(context, doctype, value, sortField)));
        ListRequest request = ListRequest.all(doctype, List.of("name"), conditions)
                .orderedBy("`tab%s`.`%s` %s".formatted(doctype, sortField, rising ? "asc" : "desc"))
                .limited(1)
                .asCaller();
        List<Map<String, @Nullable Object>> found = context.documents().list(request);
        if (found.isEmpty()) {
            context.answer().message(new Message("There is no further document", Map.of()));
            return null;
        }
        return found.getFirst().get("name");
    }

    private static List<Object> conditions(@Nullable Object filters) {
        Object read = Json.readIfJson(filters);
        if (read == null || read.equals("")) {
            return new ArrayList<>();
        }
        if (read instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new ValidationError("The filters must be a list");
    }

    private static Object from(Context context, String doctype, String name, String field) {
        Document document = context.documents().get(doctype, name);
        context.permissions().check(Right.READ, document);
        Object value = document.get(field);
        return value == null ? "" : value;
    }
}
