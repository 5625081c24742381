package org.affogato.engine.db;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in the database.
 *
 * @param columns by lower-case name, in their order
 */
public record TableState(String name, Map<String, ColumnState> columns, List<IndexState> indexes) {

    Optional<ColumnState> column(String column) {
        return Optional.ofNullable(columns.get(column.toLowerCase(Locale.ROOT)));
    }

    /** Whether a unique index holds this one column alone. */
    boolean isUnique(String column) {
        return indexes.stream().anyMatch(index -> index.unique() && index.isOnly(column));
    }

    /** Whether a lookup by this column can use some index. */
    boolean isIndexed(String column) {
        return indexes.stream().anyMatch(index -> !index.unique() && index.beginsWith(column));
    }

    /**
     * A column of a table.
     *
     * @param type as MariaDB shows it; {@code json} for a longtext in a binary collation
     * @param defaultValue the literal without quotes, null for none
     */
    record ColumnState(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultValue) {}

    /**
     * An index of a table.
     *
     * @param prefix whether it covers only the beginning of some column
     */
    record IndexState(String name, boolean unique, List<String> columns, boolean prefix) {
        boolean isPrimary() {
            return name.equals("PRIMARY");
        }

        boolean isOnly(String column) {
            return !isPrimary() && columns.size() == 1 && beginsWith(column);
        }

        boolean beginsWith(String column) {
            return columns.getFirst().equalsIgnoreCase(column);
        }
    }
}
