package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a document. Frappe: {@code get_diff} of Version. */
final class Changes {
    private static final Set<String> SHOWN_RAW = Set.of("Markdown Editor", "Text Editor", "Code", "HTML Editor");

    private final List<Object> changed = new ArrayList<>();
    private final List<Object> added = new ArrayList<>();
    private final List<Object> removed = new ArrayList<>();
    private final List<Object> rowChanged = new ArrayList<>();
    private final String rowKey;

    private Changes(String rowKey) {
        this.rowKey = rowKey;
    }

    static Changes between(Document old, Document now) {
        boolean isAmendment =
                !now.text("amended_from").isEmpty() && now.text("amended_from").equals(old.name());
        Changes changes = new Changes(isAmendment ? "_amended_from" : "name");
        for (DocField field : now.meta().fields()) {
            if (field.type().isTable()) {
                changes.compareRows(field, old, now);
            } else if (field.type().hasValue()) {
                compare(field, old, now, changes.changed);
            }
        }
        changes.compareStandard("name", old, now);
        changes.compareStandard("docstatus", old, now);
        return changes;
    }

    private static void compare(DocField field, Document old, Document now, List<Object> into) {
        Object before = old.get(field.fieldname());
        Object after = now.given(field.fieldname());
        if (FixedFields.same(before, after)) {
            return;
        }
        boolean raw = SHOWN_RAW.contains(field.fieldtype());
        Object shownBefore = raw ? DocumentText.plain(before) : ShownValue.of(field, before);
        Object shownAfter = raw ? DocumentText.plain(after) : ShownValue.of(field, after);
        if (!Objects.equals(shownBefore, shownAfter)) {
            into.add(Arrays.asList(field.fieldname(), shownBefore, shownAfter));
        }
    }

    private void compareStandard(String column, Document old, Document now) {
        if (!FixedFields.same(number(old.get(column)), number(now.get(column)))) {
            changed.add(
                    Arrays.asList(column, DocumentText.plain(old.get(column)), DocumentText.plain(now.get(column))));
        }
    }

    private static @Nullable Object number(@Nullable Object value) {
        return value instanceof String text && text.matches("\\d{1,9}") ? (Object) Long.valueOf(text) : value;
    }

    private void compareRows(DocField table, Document old, Document now) {
        Map<String, Document> known = new LinkedHashMap<>();
        old.rows(table.fieldname()).forEach(row -> known.put(row.name(), row));
        Set<String> found = new LinkedHashSet<>();
        List<Document> rows = now.rows(table.fieldname());
        for (int i = 0; i < rows.size(); i++) {
            Document row = rows.get(i);
            Document before = known.get(row.text(rowKey));
            if (before == null) {
                added.add(List.of(table.fieldname(), DocumentText.asDict(row)));
            } else {
                found.add(row.text(rowKey));
                compareRow(table, i, before, row);
            }
        }
        known.values().stream()
                .filter(row -> !found.contains(row.name()))
                .forEach(row -> removed.add(List.of(table.fieldname(), DocumentText.asDict(row))));
    }

    private void compareRow(DocField table, int place, Document before, Document row) {
        List<Object> values = new ArrayList<>();
        for (DocField field : row.meta().fields()) {
            if (field.type().hasValue() && !field.type().isTable()) {
                compare(field, before, row, values);
            }
        }
        if (!values.isEmpty()) {
            rowChanged.add(List.of(table.fieldname(), (long) place, row.name(), values));
        }
    }

    boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty() && rowChanged.isEmpty();
    }

    String asText() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("added", added);
        out.put("changed", changed);
        out.put("data_import", null);
        out.put("removed", removed);
        out.put("row_changed", rowChanged);
        out.put("updater_reference", null);
        return DocumentText.compact(out);
    }
}
