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
import org.jspecify.annotations.Nullable;

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
        Set<Integer> allowed = context.permissions().permlevels(document.doctype(), Right.WRITE);
        own.stream().filter(field -> !allowed.contains(field.permlevel())).forEach(field -> reset(document, field, context));
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
                .anyMatch(rows -> !rows.isEmpty() && !higher(rows.getFirst().meta()).isEmpty());
    }

    private void reset(Document document, DocField field, Context context) {
        Document before = document.before();
        String name = field.fieldname();
        if (field.type().isTable()) {
            document.setRows(name, before == null ? List.of() : before.copy().rows(name));
        } else if (before != null) {
            document.set(name, before.get(name));
        } else {
            document.set(name, fallback(field, document.meta(), context));
        }
    }

    private void resetRows(Document document, Set<Integer> allowed, Context context) {
        Document before = document.before();
        if (before == null) {
            return;
        }
        for (DocField table : document.meta().tableFields()) {
            Map<String, Document> known = before.rows(table.fieldname()).stream()
                    .collect(Collectors.toMap(Document::name, Function.identity(), (a, b) -> a));
            for (Document row : document.rows(table.fieldname())) {
                Document old = known.get(row.name());
                higher(row.meta()).stream()
                        .filter(field -> !allowed.contains(field.permlevel()))
                        .forEach(field -> resetInRow(row, old, field, context));
            }
        }
    }

    private void resetInRow(Document row, @Nullable Document old, DocField field, Context context) {
        if (old != null) {
            row.set(field.fieldname(), old.get(field.fieldname()));
        } else if (row.isNew()) {
            row.set(field.fieldname(), fallback(field, row.meta(), context));
        }
    }

    private @Nullable Object fallback(DocField field, Meta meta, Context context) {
        Object value = defaults.value(field, meta, null, context);
        return value == null ? null : field.type().cast(field, value);
    }
}
