package org.affogato.engine.permission;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** Permlevels: groups of fields that a role reads and writes apart from the document. */
final class FieldLevels {
    private static final Set<Integer> EVERY =
            IntStream.rangeClosed(0, 9).boxed().collect(Collectors.toUnmodifiableSet());

    private final Context context;

    FieldLevels(Context context) {
        this.context = context;
    }

    Set<Integer> of(String doctype, Right right) {
        if (context.isAdministrator() || context.flags().ignorePermissions()) {
            return EVERY;
        }
        Set<String> roles = context.roles();
        Set<Integer> levels = new TreeSet<>();
        for (DocPerm rule : context.meta(doctype).permissions()) {
            if (roles.contains(rule.role()) && rule.allows(right)) {
                levels.add(rule.permlevel());
            }
        }
        return levels;
    }

    /** Takes away what the user may not read; numbers stand at 0 then, as an empty one always shows. */
    void hide(Document document) {
        Meta meta = document.meta();
        String ruling = meta.isChild() ? document.text("parenttype") : meta.name();
        if (!hasLevels(meta) || ruling.isEmpty()) {
            return;
        }
        Set<Integer> levels = of(ruling, Right.READ);
        hide(document, levels);
        for (DocField table : meta.tableFields()) {
            document.rows(table.fieldname()).forEach(row -> hide(row, levels));
        }
    }

    private boolean hasLevels(Meta meta) {
        return hasOwnLevels(meta)
                || meta.tableFields().stream()
                        .anyMatch(table -> table.options() != null
                                && context.hasDoctype(table.options())
                                && hasOwnLevels(context.meta(table.options())));
    }

    private static boolean hasOwnLevels(Meta meta) {
        return meta.fields().stream().anyMatch(field -> field.permlevel() > 0);
    }

    private static void hide(Document document, Set<Integer> levels) {
        for (DocField field : document.meta().fields()) {
            if (field.permlevel() > 0 && !levels.contains(field.permlevel())) {
                hide(document, field);
            }
        }
    }

    private static void hide(Document document, DocField field) {
        if (field.type().isTable()) {
            document.setRows(field.fieldname(), List.of());
        } else if (field.type().isNumeric() && field.hasColumn()) {
            document.set(field.fieldname(), field.type().cast(field, 0L));
        } else {
            document.remove(field.fieldname());
        }
    }
}
