package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.CannotChangeConstantError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** What may not change after the insert: fields set once, the owner and the time of creation. */
final class FixedFields {
    private static final Set<String> MOMENTS = Set.of("Date", "Datetime", "Time");
    private static final Set<String> TOUCHED = Set.of("modified", "modified_by", "creation");

    /** Values of set_only_once fields, owner and creation are compared as they were given. */
    void check(Saving saving) {
        Document document = saving.document();
        Document before = document.before();
        if (before == null) {
            return;
        }
        for (DocField field : document.meta().fields()) {
            if (field.is("set_only_once") && hasChanged(field, document, before)) {
                throw fixed(field.label());
            }
        }
        if (!Texts.of(document.get("creation")).equals(Texts.of(before.get("creation")))) {
            throw fixed("Created On");
        }
        if (!Objects.equals(document.get("owner"), before.get("owner"))) {
            throw fixed("Created By");
        }
    }

    private static CannotChangeConstantError fixed(String label) {
        return new CannotChangeConstantError("Value cannot be changed for <strong>" + label + "</strong>");
    }

    private static boolean hasChanged(DocField field, Document document, Document before) {
        String name = field.fieldname();
        if (field.type().isTable()) {
            return !sameRows(document.rows(name), before.rows(name));
        }
        if (MOMENTS.contains(field.fieldtype())) {
            return !Texts.of(document.given(name)).equals(Texts.of(before.get(name)));
        }
        return !same(document.given(name), before.get(name));
    }

    private static boolean sameRows(List<Document> rows, List<Document> before) {
        if (rows.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!sameRow(rows.get(i), before.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameRow(Document row, Document before) {
        return row.meta().columns().stream()
                .filter(column -> !TOUCHED.contains(column))
                .allMatch(column -> stored(row, column).equals(stored(before, column)));
    }

    private static String stored(Document row, String column) {
        DocField field = row.meta().field(column);
        Object value = row.get(column);
        return Texts.of(field == null ? value : field.type().stored(field, value));
    }

    /** Equal as the reference's language sees it: numbers by value, true is one, a number is no text. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        Object one = left instanceof Boolean flag ? (flag ? 1L : 0L) : left;
        Object other = right instanceof Boolean flag ? (flag ? 1L : 0L) : right;
        if (one instanceof Number first && other instanceof Number second) {
            return first.doubleValue() == second.doubleValue();
        }
        return Objects.equals(one, other);
    }
}
