package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.affogato.engine.db.ColumnTrim;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.MetaRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Drops columns without a field, which a migrate never does. The tables that hold definitions are left alone: Frappe has
 * columns in them that no field names.
 */
public final class TableTrimmer {
    private static final List<String> SPARED = List.of(
            "DocType", "DocField", "DocPerm", "DocType Link", "DocType Action", "DocType State", "DefaultValue");

    private final Supplier<Transaction> transactions;
    private final MetaRegistry metas;
    private final ColumnTrim columns;

    public TableTrimmer(Supplier<Transaction> transactions, MetaRegistry metas, ColumnTrim columns) {
        this.transactions = transactions;
        this.metas = metas;
        this.columns = columns;
    }

    /**
     * Drops them, or only looks.
     *
     * @param only the one DocType to trim, or null for all
     * @return columns by DocType
     */
    public SequencedMap<String, List<String>> trim(@Nullable String only, boolean dryRun, Progress progress) {
        SequencedMap<String, List<String>> found = new LinkedHashMap<>();
        List<String> doctypes = only == null ? doctypes() : List.of(only);
        for (int i = 0; i < doctypes.size(); i++) {
            progress.step("Looking at tables", i, doctypes.size());
            String doctype = doctypes.get(i);
            Meta meta = metas.get(doctype);
            List<String> abandoned = SPARED.contains(doctype) ? List.of() : columns.find(meta);
            if (!abandoned.isEmpty()) {
                found.put(doctype, abandoned);
            }
        }
        if (!dryRun) {
            drop(found, progress);
        }
        return found;
    }

    private void drop(SequencedMap<String, List<String>> found, Progress progress) {
        int done = 0;
        for (Map.Entry<String, List<String>> entry : found.entrySet()) {
            progress.step("Dropping columns", done++, found.size());
            columns.drop(metas.get(entry.getKey()), entry.getValue());
        }
    }

    private List<String> doctypes() {
        try (Transaction database = transactions.get()) {
            return new DefinitionStore(database)
                    .names("DocType").stream().sorted().toList();
        }
    }
}
