package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The Custom Fields of one DocType, as the list of fields in Customize Form wants them. */
final class OwnFields {
    private final String doctype;
    private final Meta before;
    private final Context context;

    OwnFields(String doctype, Meta before, Context context) {
        this.doctype = doctype;
        this.before = before;
        this.context = context;
    }

    /** Whether a site's people made the field, rather than the DocType or an app. */
    static boolean isOwn(DocField field) {
        return field.is("is_custom_field") && !field.is("is_system_generated");
    }

    private static boolean isOwn(Document row) {
        return row.check("is_custom_field") && !row.check("is_system_generated");
    }

    void write(List<Document> rows, List<FieldChange> changes) {
        String previous = "";
        for (Document row : rows) {
            if (isOwn(row) && !before.has(row.text("fieldname"))) {
                add(row, previous);
            }
            previous = row.text("fieldname");
        }
        changes.forEach(change -> update(change, previous(rows, change.row())));
        remove(rows);
    }

    private static String previous(List<Document> rows, Document row) {
        int at = rows.indexOf(row);
        return at > 0 ? rows.get(at - 1).text("fieldname") : "";
    }

    /** The fieldname comes from the label, and the row learns it. */
    private void add(Document row, String previous) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("dt", doctype);
        Properties.FIELD.keySet().stream()
                .filter(row::has)
                .forEach(property -> values.put(property, row.get(property)));
        if (!previous.isEmpty()) {
            values.put("insert_after", previous);
        }
        Document added = context.documents().createWithDefaults("Custom Field", values);
        row.set("fieldname", context.documents().insert(added).get("fieldname"));
    }

    private void update(FieldChange change, String previous) {
        Map<String, String> changed = change.changed();
        boolean moved = !previous.isEmpty()
                && !previous.equals(change.now().attributes().text("insert_after", ""));
        if (changed.isEmpty() && !moved) {
            return;
        }
        Document stored = context.documents().get("Custom Field", name(change.now()));
        changed.keySet().forEach(property -> stored.set(property, change.row().get(property)));
        if (moved) {
            stored.set("insert_after", previous).set("idx", change.row().get("idx"));
        }
        context.documents().save(stored);
    }

    private void remove(List<Document> rows) {
        List<String> kept = rows.stream().map(row -> row.text("fieldname")).toList();
        before.fields().stream()
                .filter(field -> isOwn(field) && !kept.contains(field.fieldname()))
                .forEach(field -> context.documents().delete("Custom Field", name(field)));
    }

    private static String name(DocField field) {
        return field.attributes().text("name", "");
    }
}
