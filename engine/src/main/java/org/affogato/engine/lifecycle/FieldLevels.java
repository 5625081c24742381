package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** Puts back the values of fields at permlevels that the user may not write. */
final class FieldLevels {
    private final Defaults defaults;

    FieldLevels(Defaults defaults) {
        this.defaults = defaults;
    }

    void reset(Document document, Context context) {
        if (context.flags().ignorePermissions() || context.isAdministrator()) {
            return;
        }
        List<DocField> own = higher(document.meta());
        boolean inRows = !document.isNew() && hasHigherRows(document);
        if (own.isEmpty() && !inRows) {
            return;
        }
        String ruling = document.meta().isChild() ? document.text("parenttype") : document.doctype();
        Set<Integer> allowed =
                ruling.isEmpty() ? Set.of() : context.permissions().permlevels(ruling, Right.WRITE);
        own.stream()
                .filter(field -> !allowed.contains(field.permlevel()))
                .forEach(field -> reset(document, field, context));
        if (inRows) {
            resetRows(document, allowed, context);
        }
    }

    private static List<DocField> higher(Meta meta) {
        return meta.fields().stream()
                .filter(field -> field.permlevel() > 0)
                .filter(field -> field.type().hasValue() || field.type().isTable())
                .toList();
    }

    private static boolean hasHigherRows(Document document) {
        return document.meta().tableFields().stream()
                .map(table -> document.rows(table.fieldname()))
                .anyMatch(rows ->
                        !rows.isEmpty() && !higher(rows.getFirst().meta()).isEmpty());
    }

    private void reset(Document document, DocField field, Context context) {
        Document before = document.before();
        String name = field.fieldname();
        if (field.type().isTable()) {
            document.setRows(name, before == null ? List.of() : before.copy().rows(name));
        } else if (before != null) {
            document.set(name, before.get(name));
        } else {
            Object value = defaults.value(field, document.meta(), null, context);
            document.set(name, value == null ? null : field.type().cast(field, value));
        }
    }

    /** New rows get what a form would show; so do rows that were not the document's. */
    private void resetRows(Document document, Set<Integer> allowed, Context context) {
        for (DocField table : document.meta().tableFields()) {
            Map<String, Document> known = known(document, table);
            for (Document row : document.rows(table.fieldname())) {
                row.rememberBefore(row.isNew() ? null : known.get(row.name()));
                higher(row.meta()).stream()
                        .filter(field -> !allowed.contains(field.permlevel()))
                        .forEach(field -> reset(row, field, context));
            }
        }
    }

    private static Map<String, Document> known(Document document, DocField table) {
        Document before = document.before();
        return before == null
                ? Map.of()
                : before.rows(table.fieldname()).stream()
                        .collect(Collectors.toMap(Document::name, Function.identity(), (a, b) -> a));
    }
}
