package org.affogato.engine.db;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;

/** Finds and drops the columns that fields left behind when they went. Frappe: {@code trim_tables}. */
public final class ColumnTrim {
    private static final int PATIENCE = 60;

    private final DataSource source;

    public ColumnTrim(DataSource source) {
        this.source = source;
    }

    /** Names of the columns that no field of the DocType has; those with a leading underscore are never among them. */
    public List<String> find(Meta meta) {
        if (meta.isSingle() || meta.isVirtual()) {
            return List.of();
        }
        try (DdlConnection ddl = new DdlConnection(source, PATIENCE)) {
            return new SchemaReader(ddl.jdbc())
                    .one(meta.table())
                    .map(table -> abandoned(table, meta))
                    .orElse(List.of());
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private static List<String> abandoned(TableState table, Meta meta) {
        Set<String> known = new HashSet<>();
        meta.columns().forEach(column -> known.add(column.toLowerCase(Locale.ROOT)));
        known.addAll(StandardFields.DEFAULT);
        known.addAll(StandardFields.CHILD);
        return table.columns().values().stream()
                .map(TableState.ColumnState::name)
                .filter(name -> !name.startsWith("_") && !known.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Drops the columns with all that is in them. */
    public void drop(Meta meta, List<String> columns) {
        if (columns.isEmpty()) {
            return;
        }
        String drops = columns.stream()
                .map(column -> "DROP COLUMN " + SqlText.quote(column))
                .collect(Collectors.joining(", "));
        try (DdlConnection ddl = new DdlConnection(source, PATIENCE)) {
            ddl.run("ALTER TABLE %s %s".formatted(SqlText.quote(meta.table()), drops));
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }
}
