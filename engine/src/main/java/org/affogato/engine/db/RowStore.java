package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of one DocType from plain maps, past the lifecycle: what an import of definitions needs. A flag or
 * number that a row leaves out is 0, another value the column's default; a text too long for its column is cut, what
 * cannot be cast is left out.
 */
public final class RowStore {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Set<String> WHOLE = Set.of("docstatus", "idx");

    /** Inserts the rows, or overwrites those of the same name; columns that the Meta does not know stay as they are. */
    public void write(Database database, Meta meta, List<? extends Map<String, @Nullable Object>> rows) {
        List<String> columns = List.copyOf(meta.columns());
        String sql = sql(meta, columns);
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<List<@Nullable Object>> part = new ArrayList<>();
            for (Map<String, @Nullable Object> row : rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))) {
                part.add(values(meta, columns, row));
            }
            database.executeBatch(sql, part);
        }
    }

    private static String sql(Meta meta, List<String> columns) {
        String updates = columns.stream()
                .filter(column -> !column.equals("name"))
                .map(column -> "%1$s = VALUES(%1$s)".formatted(SqlText.quote(column)))
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s"
                .formatted(
                        SqlText.quote(meta.table()), SqlText.quoteAll(columns), SqlText.marks(columns.size()), updates);
    }

    private static List<@Nullable Object> values(Meta meta, List<String> columns, Map<String, @Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            DocField field = meta.field(column);
            values.add(field == null ? standard(column, row.get(column)) : value(field, row.get(column)));
        }
        return values;
    }

    private static @Nullable Object standard(String column, @Nullable Object value) {
        return value == null && WHOLE.contains(column) ? Long.valueOf(0) : value;
    }

    private static @Nullable Object value(DocField field, @Nullable Object given) {
        Column column = field.type().column(field).orElseThrow();
        Object missing = field.type().isNumeric() ? Long.valueOf(0) : column.defaultValue();
        Object cast = cast(field, given == null ? missing : given);
        if (cast == null && !column.nullable()) {
            cast = cast(field, column.defaultValue());
        }
        Object bound = field.type().write(field, cast);
        int length = ShapedColumn.varcharLength(column.type());
        return length > 0 && bound instanceof String text && text.length() > length ? text.substring(0, length) : bound;
    }

    private static @Nullable Object cast(DocField field, @Nullable Object value) {
        try {
            Object cast = field.type().cast(field, value);
            return cast instanceof Boolean flag ? Long.valueOf(flag ? 1 : 0) : cast;
        } catch (EngineException notCastable) {
            return null;
        }
    }
}
