package org.affogato.engine.lifecycle;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.UpdateAfterSubmitError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Moments;
import org.affogato.engine.fieldtype.Numbers;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/**
 * After submit only fields with allow_on_submit may change, and only such tables may get or lose rows. Frappe:
 * {@code _validate_update_after_submit}.
 */
final class SubmittedFields {
    private static final Set<String> TEXTS =
            Set.of("Data", "Text", "Small Text", "Long Text", "Text Editor", "Select", "Link", "Dynamic Link");

    void check(Document document) {
        Document before = document.before();
        if (before == null) {
            return;
        }
        check(document, before, "");
        for (DocField table : document.meta().tableFields()) {
            checkRows(table, document.rows(table.fieldname()), before.rows(table.fieldname()));
        }
    }

    private static void checkRows(DocField table, List<Document> rows, List<Document> before) {
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
            check(row, known.get(row.name()), place);
        }
    }

    private static void check(Document document, Document before, String place) {
        for (DocField field : document.meta().fields()) {
            if (!field.is("allow_on_submit") && differs(field, document, before)) {
                throw (UpdateAfterSubmitError)
                        new UpdateAfterSubmitError("%s Not allowed to change <strong>%s</strong> after submission"
                                        .formatted(place, field.label())
                                        .strip())
                                .titled("Cannot Update After Submit");
            }
        }
    }

    private static boolean differs(DocField field, Document document, Document before) {
        String name = field.fieldname();
        if (field.type().isTable()) {
            return document.rows(name).size() != before.rows(name).size();
        }
        Object given = document.given(name);
        Object then = before.get(name);
        if (!field.hasColumn() || !Truth.of(given) && !Truth.of(then)) {
            return false;
        }
        return !same(field, given, then);
    }

    /** Whether what was given means what is stored, read as leniently as the field's type reads it. */
    private static boolean same(DocField field, @Nullable Object given, @Nullable Object then) {
        return switch (field.fieldtype()) {
            case "Date" -> same(LocalDateTime::toLocalDate, given, then);
            case "Datetime" -> same(Function.identity(), given, then);
            case "Time" -> Texts.of(given).equals(Texts.of(then)) || same(LocalDateTime::toLocalTime, given, then);
            case "Check", "Int" -> Numbers.cint(given) == Numbers.cint(then);
            case "Float", "Currency", "Percent" -> Numbers.flt(given) == Numbers.flt(then);
            default ->
                TEXTS.contains(field.fieldtype())
                        ? Texts.of(given).equals(Texts.of(then))
                        : FixedFields.same(given, then);
        };
    }

    private static boolean same(Function<LocalDateTime, ?> part, @Nullable Object given, @Nullable Object then) {
        if (!Truth.of(given) || !Truth.of(then)) {
            return false;
        }
        try {
            return part.apply(Moments.moment(Texts.of(given))).equals(part.apply(Moments.moment(Texts.of(then))));
        } catch (ValidationError unreadable) {
            return false;
        }
    }
}
