package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.CannotChangeConstantError;
import org.affogato.engine.error.UpdateAfterSubmitError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** What may not change any more: fields set once, and after submit all but the allowed ones. */
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
            return !Texts.of(document.get(name)).equals(Texts.of(before.get(name)));
        }
        return !same(document.get(name), before.get(name));
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
                .allMatch(column -> Texts.of(row.get(column)).equals(Texts.of(before.get(column))));
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

    /** After submit only fields with allow_on_submit may change, and only such tables may get or lose rows. */
    void checkAfterSubmit(Saving saving) {
        Document document = saving.document();
        Document before = document.before();
        if (before == null) {
            return;
        }
        checkAfterSubmit(document, before, "");
        for (DocField table : document.meta().tableFields()) {
            checkRowsAfterSubmit(table, document.rows(table.fieldname()), before.rows(table.fieldname()));
        }
    }

    private static void checkRowsAfterSubmit(DocField table, List<Document> rows, List<Document> before) {
        Map<String, Document> known =
                before.stream().collect(Collectors.toMap(Document::name, Function.identity(), (a, b) -> a));
        for (Document row : rows) {
            String place = "Row #" + row.integer("idx") + ":";
            if (row.isNew() && table.is("allow_on_submit")) {
                continue;
            }
            if (!known.containsKey(row.name())) {
                throw new UpdateAfterSubmitError(
                        place + " Not allowed to add a row to <strong>" + table.label() + "</strong> after submission");
            }
            checkAfterSubmit(row, known.get(row.name()), place);
        }
    }

    private static void checkAfterSubmit(Document document, Document before, String place) {
        for (DocField field : document.meta().fields()) {
            if (!field.is("allow_on_submit") && differsAfterSubmit(field, document, before)) {
                throw (UpdateAfterSubmitError)
                        new UpdateAfterSubmitError("%s Not allowed to change <strong>%s</strong> after submission"
                                        .formatted(place, field.label())
                                        .strip())
                                .titled("Cannot Update After Submit");
            }
        }
    }

    private static boolean differsAfterSubmit(DocField field, Document document, Document before) {
        String name = field.fieldname();
        if (field.type().isTable()) {
            return document.rows(name).size() != before.rows(name).size();
        }
        Object now = document.get(name);
        Object then = before.get(name);
        if (!field.hasColumn() || !Truth.of(now) && !Truth.of(then)) {
            return false;
        }
        Object cast = now == null ? null : field.type().cast(field, now);
        return !same(cast, then) && !Texts.of(cast).equals(Texts.of(then));
    }
}
