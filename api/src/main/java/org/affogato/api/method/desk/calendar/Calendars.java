package org.affogato.api.method.desk.calendar;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.list.FilterList;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What a calendar of a DocType shows, and where its entries are dragged to. Frappe: {@code frappe.desk.calendar}. */
@Singleton
public class Calendars implements WhitelistedMethods {
    /**
     * The documents that lie at least partly within the time; one without an end is taken to last for ever.
     *
     * @param fieldMap which fields hold {@code start}, {@code end}, {@code title}, {@code color}
     */
    @Whitelisted("frappe.desk.calendar.get_events")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> events(
            Context context,
            String doctype,
            String start,
            String end,
            Map<String, @Nullable Object> fieldMap,
            @Nullable Object filters,
            @Nullable Object fields) {
        Meta meta = context.meta(doctype);
        String from = String.valueOf(fieldMap.get("start"));
        String until = String.valueOf(fieldMap.get("end"));
        List<Object> conditions = FilterList.of(filters);
        conditions.add(List.of(doctype, from, "<=", end));
        ListRequest request = new ListRequest(
                doctype,
                shown(meta, fieldMap, fields),
                conditions,
                List.of(List.of(doctype, until, ">=", start), List.of(doctype, until, "is", "not set")),
                "KEEP_DEFAULT_ORDERING",
                null,
                0,
                0,
                false,
                null,
                true);
        return context.documents().list(request);
    }

    private static List<Object> shown(Meta meta, Map<String, @Nullable Object> fieldMap, @Nullable Object fields) {
        Set<Object> shown = new LinkedHashSet<>();
        if (fields == null || fields.equals("")) {
            for (String part : List.of("start", "end", "title")) {
                shown.add(fieldMap.getOrDefault(part, ""));
            }
            shown.add("name");
        } else {
            shown.addAll(Json.list(fields));
        }
        shown.add(color(meta, fieldMap));
        shown.removeIf(field -> field == null || field.equals(""));
        return new ArrayList<>(shown);
    }

    private static Object color(Meta meta, Map<String, @Nullable Object> fieldMap) {
        Object color = fieldMap.get("color");
        for (DocField field : meta.fields()) {
            if (field.fieldtype().equals("Color")) {
                color = field.fieldname();
            }
        }
        return color == null ? "" : color;
    }

    /** Moves an entry: sets the two fields to the values given under their names. */
    @Whitelisted("frappe.desk.calendar.update_event")
    @Requires(access = Access.ANY_USER)
    public void move(Context context, Map<String, @Nullable Object> args, Map<String, @Nullable Object> fieldMap) {
        move(context, args, fieldMap, part -> String.valueOf(fieldMap.get(part)));
    }

    private static void move(
            Context context,
            Map<String, @Nullable Object> args,
            Map<String, @Nullable Object> fieldMap,
            UnaryOperator<String> argument) {
        Document entry = context.documents().get(String.valueOf(args.get("doctype")), String.valueOf(args.get("name")));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String part : List.of("start", "end")) {
            values.put(String.valueOf(fieldMap.get(part)), args.get(argument.apply(part)));
        }
        context.documents().update(entry, values);
        context.documents().save(entry);
    }

    /** Moves a bar of a Gantt chart; {@code args} holds the new {@code start} and {@code end}. */
    @Whitelisted("frappe.desk.gantt.update_task")
    @Requires(access = Access.ANY_USER)
    public void moveTask(Context context, Map<String, @Nullable Object> args, Map<String, @Nullable Object> fieldMap) {
        move(context, args, fieldMap, part -> part);
    }
}
