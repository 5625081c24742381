package org.affogato.engine.db;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** Turns rows into maps of document values, whatever the columns: numbers are Long or Double, times are java.time's. */
public final class RowReaders {
    private RowReaders() {}

    /** A reader for one result; keeps the columns' names and types of the first row. Not for use by several threads. */
    public static Database.RowReader<Map<String, @Nullable Object>> maps() {
        return new MapReader();
    }

    /** Like {@link #maps}, with the values alone, in the order of the columns. */
    public static Database.RowReader<List<@Nullable Object>> lists() {
        return new ListReader();
    }

    /** One column of the current row as a document value. */
    public static @Nullable Object value(ResultSet row, int column, int sqlType) throws SQLException {
        return switch (sqlType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.BIT, Types.BOOLEAN -> {
                long number = row.getLong(column);
                yield row.wasNull() ? null : number;
            }
            case Types.DECIMAL, Types.NUMERIC, Types.DOUBLE, Types.FLOAT, Types.REAL -> {
                double number = row.getDouble(column);
                yield row.wasNull() ? null : number;
            }
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case Types.TIME -> row.getObject(column, Duration.class);
            default -> row.getString(column);
        };
    }

    private static final class MapReader implements Database.RowReader<Map<String, @Nullable Object>> {
        private String @Nullable [] names;
        private int[] types = {};

        @Override
        public Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
            String[] columns = names == null ? describe(row.getMetaData()) : names;
            Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(columns.length + 4);
            for (int i = 0; i < columns.length; i++) {
                values.put(columns[i], value(row, i + 1, types[i]));
            }
            return values;
        }

        private String[] describe(ResultSetMetaData columns) throws SQLException {
            String[] found = new String[columns.getColumnCount()];
            types = new int[found.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = columns.getColumnLabel(i + 1);
                types[i] = columns.getColumnType(i + 1);
            }
            names = found;
            return found;
        }
    }

    private static final class ListReader implements Database.RowReader<List<@Nullable Object>> {
        private int @Nullable [] types;

        @Override
        public List<@Nullable Object> read(ResultSet row) throws SQLException {
            int[] known = types == null ? describe(row.getMetaData()) : types;
            List<@Nullable Object> values = new ArrayList<>(known.length);
            for (int i = 0; i < known.length; i++) {
                values.add(value(row, i + 1, known[i]));
            }
            return values;
        }

        private int[] describe(ResultSetMetaData columns) throws SQLException {
            int[] found = new int[columns.getColumnCount()];
            for (int i = 0; i < found.length; i++) {
                found[i] = columns.getColumnType(i + 1);
            }
            types = found;
            return found;
        }
    }
}
