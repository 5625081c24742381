package org.affogato.engine.install;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.DefinitionQueries.Fetch;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Gives documents that are there already the values of a field that now fetches them. */
final class FetchedColumns {
    void fill(Document definition, Context context) {
        Document before = definition.before();
        Meta meta = context.meta(definition.name());
        if (before == null || meta.isSingle() || meta.isVirtual()) {
            return;
        }
        Set<String> known = before.rows("fields").stream()
                .filter(row -> row.text("fetch_from").contains("."))
                .map(row -> row.text("fieldname"))
                .collect(Collectors.toSet());
        for (DocField field : meta.columnFields()) {
            if (!known.contains(field.fieldname())) {
                fetch(field, meta, context)
                        .ifPresent(fetch -> DefinitionQueries.fillFetched(context.database(), meta, fetch));
            }
        }
    }

    private static Optional<Fetch> fetch(DocField field, Meta meta, Context context) {
        String from = field.fetchFrom();
        if (from == null || !from.contains(".")) {
            return Optional.empty();
        }
        String[] parts = from.split("\\.", 2);
        DocField link = meta.field(parts[0]);
        String target = linkTarget(link);
        if (link == null || target == null || !context.hasDoctype(target)) {
            return Optional.empty();
        }
        Meta source = context.meta(target);
        boolean stored = link.hasColumn() && !source.isSingle() && !source.isVirtual() && source.isColumn(parts[1]);
        return stored ? Optional.of(new Fetch(field.fieldname(), parts[0], source, parts[1])) : Optional.empty();
    }

    private static @Nullable String linkTarget(@Nullable DocField field) {
        return field != null && field.fieldtype().equals("Link") ? field.options() : null;
    }
}
