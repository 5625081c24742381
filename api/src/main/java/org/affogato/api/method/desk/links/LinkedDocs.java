package org.affogato.api.method.desk.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The documents that point at one, as far as the caller may read them. Frappe: {@code get_linked_docs}. */
final class LinkedDocs {
    private static final Set<String> NOT_LISTED = Set.of("Image", "HTML", "Button");

    private final Context context;
    private final Document document;

    LinkedDocs(Context context, Document document) {
        this.context = context;
        this.document = document;
    }

    /** Rows by DocType: the columns of its list, name, modified and docstatus. */
    Map<String, List<Map<String, @Nullable Object>>> find(Map<String, Linking> linkings) {
        List<String> asked = linkings.keySet().stream().filter(this::isListed).toList();
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        for (String linking : pointing(asked, linkings)) {
            List<Map<String, @Nullable Object>> rows =
                    list(linking, linkings.getOrDefault(linking, Linking.ofParent()));
            if (!rows.isEmpty()) {
                found.put(linking, rows);
            }
        }
        return found;
    }

    private boolean isListed(String doctype) {
        Meta meta = context.meta(doctype);
        return !meta.isSingle()
                && !meta.isVirtual()
                && !meta.isChild()
                && context.permissions().has(Right.READ, doctype);
    }

    /** Most DocTypes have no such document: one statement finds those that have. */
    private List<String> pointing(List<String> doctypes, Map<String, Linking> linkings) {
        Union union = new Union();
        List<String> pointing = new ArrayList<>();
        for (int i = 0; i < doctypes.size(); i++) {
            Linking linking = linkings.get(doctypes.get(i));
            if (linking != null && linking.parent()) {
                pointing.add(doctypes.get(i));
            } else if (linking != null) {
                addProbe(union, i, doctypes.get(i), linking);
            }
        }
        union.run(context, row -> pointing.add(doctypes.get(row.getInt(1))));
        return pointing;
    }

    private void addProbe(Union union, int number, String doctype, Linking linking) {
        String table = linking.child() == null ? doctype : linking.child();
        List<Object> values = new ArrayList<>();
        String where = LinkedDoctypes.anyOf(table, linking.fields());
        linking.fields().forEach(field -> values.add(document.name()));
        if (linking.typeField() != null) {
            where += " AND {%s.%s} = ?".formatted(table, linking.typeField());
            values.add(document.doctype());
        }
        if (linking.child() != null) {
            where += " AND parenttype = ?";
            values.add(doctype);
        }
        union.add("(SELECT %d FROM {%s} WHERE %s LIMIT 1)".formatted(number, table, where), values);
    }

    private List<Map<String, @Nullable Object>> list(String doctype, Linking linking) {
        List<Object> filters = new ArrayList<>();
        List<Object> any = new ArrayList<>();
        if (linking.parent()) {
            if (!document.text("parenttype").equals(doctype)) {
                return List.of();
            }
            filters.add(List.of(doctype, "name", "=", document.text("parent")));
        }
        String table = linking.child() == null ? doctype : linking.child();
        linking.fields().forEach(field -> any.add(List.of(table, field, "=", document.name())));
        if (linking.typeField() != null) {
            filters.add(List.of(table, linking.typeField(), "=", document.doctype()));
        }
        boolean distinct = linking.child() != null;
        ListRequest request = new ListRequest(
                doctype, fields(doctype), filters, any.isEmpty() ? null : any, null, null, 0, 0, distinct, null, true);
        return context.documents().list(request);
    }

    private List<String> fields(String doctype) {
        List<String> fields = new ArrayList<>();
        for (DocField field : context.meta(doctype).columnFields()) {
            if (field.is("in_list_view") && !NOT_LISTED.contains(field.fieldtype())) {
                fields.add("`tab%s`.`%s`".formatted(doctype, field.fieldname()));
            }
        }
        List.of("name", "modified", "docstatus")
                .forEach(column -> fields.add("`tab%s`.`%s`".formatted(doctype, column)));
        return fields;
    }
}
