package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/**
 * Fields that a save gives another fieldname, known by the name of their row: their column goes along, so that no data
 * stay behind. Frappe leaves that to a patch that calls {@code rename_field}.
 */
final class FieldRenames {
    private final TableSync tables;

    FieldRenames(TableSync tables) {
        this.tables = tables;
    }

    /** New fieldnames by old ones; a name that another field has now is no rename. */
    SequencedMap<String, String> of(Document definition) {
        SequencedMap<String, String> renames = new LinkedHashMap<>();
        Document before = definition.before();
        if (before == null) {
            return renames;
        }
        Map<String, String> old = before.rows("fields").stream()
                .collect(Collectors.toMap(Document::name, row -> row.text("fieldname"), (a, b) -> a));
        Set<String> now = fieldnames(definition);
        Set<String> then = fieldnames(before);
        for (Document row : definition.rows("fields")) {
            String from = old.getOrDefault(row.name(), "");
            String to = row.text("fieldname");
            if (!from.isEmpty() && !from.equals(to) && !now.contains(from) && !then.contains(to)) {
                renames.put(from, to);
            }
        }
        return renames;
    }

    private static Set<String> fieldnames(Document definition) {
        return definition.rows("fields").stream()
                .map(row -> row.text("fieldname"))
                .collect(Collectors.toSet());
    }

    /** Carries the data over: a Single's and rows at once, a table's columns once the definition is committed. */
    void apply(SequencedMap<String, String> renames, String doctype, Context context) {
        renames.forEach((from, to) -> DefinitionQueries.renameField(context.database(), doctype, from, to));
        context.definitionChanged(doctype);
        Meta meta = context.meta(doctype);
        renames.forEach((from, to) -> renameRows(meta, from, to, context));
        if (!meta.isSingle() && !meta.isVirtual()) {
            context.afterCommit(() -> {
                tables.renameColumns(meta.table(), renames);
                tables.sync(meta);
            });
        }
    }

    /** Rows of a table say by fieldname where they belong. */
    private static void renameRows(Meta meta, String from, String to, Context context) {
        meta.tableFields().stream()
                .filter(field -> field.fieldname().equals(to))
                .map(DocField::options)
                .filter(Objects::nonNull)
                .filter(context::hasDoctype)
                .map(context::meta)
                .filter(child -> child.isChild() && !child.isVirtual())
                .forEach(
                        child -> DefinitionQueries.renameParentField(context.database(), child, meta.name(), from, to));
    }
}
