package org.affogato.doctypes.frappe.desk.doctype.todo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.jspecify.annotations.Nullable;

/**
 * What an assigned user is to do with a document.
 *
 * @param description what to do; empty for the standard text
 */
record Assignment(
        DocRef place,
        String description,
        String priority,
        @Nullable Object date) {
    String text() {
        return description.isEmpty() ? "Assignment for %s %s".formatted(place.doctype(), place.name()) : description;
    }

    Map<String, @Nullable Object> values(String user, String by) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("allocated_to", user);
        values.put("reference_type", place.doctype());
        values.put("reference_name", place.name());
        values.put("description", text());
        values.put("priority", priority);
        values.put("status", "Open");
        values.put("date", date);
        values.put("assigned_by", by);
        return values;
    }
}
