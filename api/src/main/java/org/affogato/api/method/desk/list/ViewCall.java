package org.affogato.api.method.desk.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.method.client.ListArguments;
import org.affogato.api.method.model.UserSettings;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The arguments of a list view's call. Frappe: {@code reportview.get_form_params}. */
final class ViewCall {
    private static final List<String> AGGREGATES = List.of("count", "sum", "avg");
    private static final List<String> TRUE = List.of("1", "true", "yes", "on");
    private static final List<String> FALSE = List.of("", "0", "false", "null");

    private final Map<String, @Nullable Object> arguments;

    ViewCall(Arguments arguments) {
        this.arguments = new LinkedHashMap<>(arguments.values());
    }

    /** The list that is asked for; without an order it has the DocType's own. */
    ListRequest request(Context context) {
        addAggregate(context);
        Object distinct = arguments.get("distinct");
        boolean each = distinct != null && !distinct.equals("") && !distinct.equals(false) && !distinct.equals(0L);
        ListRequest asked = new ListArguments(arguments).deskRequest().distinct(each);
        ListRequest request = asked.orderBy() == null ? asked.orderedBy("KEEP_DEFAULT_ORDERING") : asked;
        return ChildRows.areOpen(context, request.doctype()) ? request.unrestricted() : request;
    }

    /** A grouped view shows a figure of each group beside its fields. */
    private void addAggregate(Context context) {
        String function = text("aggregate_function");
        if (text("group_by").isEmpty() || function.isEmpty()) {
            return;
        }
        if (!AGGREGATES.contains(function.toLowerCase(Locale.ROOT))) {
            throw new ValidationError("A list cannot be grouped with %s".formatted(function));
        }
        String doctype = text("aggregate_on_doctype");
        String fieldname = text("aggregate_on_field");
        if (!context.meta(doctype).isColumn(fieldname)) {
            throw new DataError("Field not permitted in query: %s".formatted(fieldname));
        }
        List<Object> fields = new ArrayList<>(Json.list(arguments.getOrDefault("fields", List.of())));
        fields.add("%s(`tab%s`.`%s`) AS _aggregate_column"
                .formatted(function.toLowerCase(Locale.ROOT), doctype, fieldname));
        arguments.put("fields", fields);
    }

    /** A list view says with its call how its user left it. */
    void leaveSettings(Context context, ListRequest request) {
        boolean wanted = get("save_user_settings") == null || isGiven("save_user_settings");
        if (!wanted) {
            return;
        }
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        if (isGiven("user_settings")) {
            given.putAll(Json.object(get("user_settings")));
        }
        if (isGiven("save_user_settings_fields")) {
            given.put("fields", new ArrayList<>(request.fields()));
        }
        UserSettings.merge(context, request.doctype(), given);
    }

    @Nullable
    Object get(String name) {
        return arguments.get(name);
    }

    void set(String name, @Nullable Object value) {
        arguments.put(name, value);
    }

    String text(String name) {
        Object value = arguments.get(name);
        return value == null ? "" : value.toString();
    }

    /** Whether a flag is on that the reference reads as a number or a word. */
    boolean isOn(String name) {
        return TRUE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /** Whether a value is given that is neither null nor nothing. */
    boolean isGiven(String name) {
        return !FALSE.contains(text(name).toLowerCase(Locale.ROOT));
    }
}
