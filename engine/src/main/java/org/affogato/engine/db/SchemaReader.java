package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.TableState.ColumnState;
import org.affogato.engine.db.TableState.IndexState;
import org.jspecify.annotations.Nullable;

/** Reads how tables stand, of one or of the whole database with two statements. */
final class SchemaReader {
    private static final String COLUMNS = """
            SELECT table_name, column_name, column_type, is_nullable, column_default, collation_name
            FROM information_schema.columns WHERE table_schema = DATABASE()""";
    private static final String INDEXES = """
            SELECT table_name, index_name, non_unique, column_name, sub_part
            FROM information_schema.statistics WHERE table_schema = DATABASE()""";

    private final Connection connection;

    SchemaReader(Connection connection) {
        this.connection = connection;
    }

    /** All tables by lower-case name. */
    Map<String, TableState> all() throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        readColumns(COLUMNS + " ORDER BY table_name, ordinal_position", null, tables);
        readIndexes(INDEXES + " ORDER BY table_name, index_name, seq_in_index", null, tables);
        Map<String, TableState> states = LinkedHashMap.newLinkedHashMap(tables.size());
        tables.forEach((name, table) -> states.put(name, table.state()));
        return states;
    }

    Optional<TableState> one(String name) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        readColumns(COLUMNS + " AND table_name = ? ORDER BY ordinal_position", name, tables);
        readIndexes(INDEXES + " AND table_name = ? ORDER BY index_name, seq_in_index", name, tables);
        return tables.values().stream().findFirst().map(Table::state);
    }

    private void readColumns(String sql, @Nullable String only, Map<String, Table> tables) throws SQLException {
        read(sql, only, row -> {
            String type = row.getString(3);
            boolean json =
                    type.equals("longtext") && String.valueOf(row.getString(6)).endsWith("_bin");
            boolean nullable = row.getString(4).equals("YES");
            String defaultValue = DefaultLiteral.unquote(row.getString(5));
            table(row, tables).add(new ColumnState(row.getString(2), json ? "json" : type, nullable, defaultValue));
        });
    }

    private void readIndexes(String sql, @Nullable String only, Map<String, Table> tables) throws SQLException {
        read(
                sql,
                only,
                row -> table(row, tables)
                        .index(row.getString(2), row.getInt(3) == 0)
                        .add(row.getString(4), row.getString(5) != null));
    }

    private static Table table(ResultSet row, Map<String, Table> tables) throws SQLException {
        String name = row.getString(1);
        return tables.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Table(name));
    }

    private void read(String sql, @Nullable String only, Row consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (only != null) {
                statement.setString(1, only);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private static final class Table {
        private final String name;
        private final Map<String, ColumnState> columns = new LinkedHashMap<>();
        private final Map<String, Index> indexes = new LinkedHashMap<>();

        private Table(String name) {
            this.name = name;
        }

        void add(ColumnState column) {
            columns.put(column.name().toLowerCase(Locale.ROOT), column);
        }

        Index index(String indexName, boolean unique) {
            return indexes.computeIfAbsent(indexName, key -> new Index(unique));
        }

        TableState state() {
            List<IndexState> found = new ArrayList<>();
            indexes.forEach((key, index) ->
                    found.add(new IndexState(key, index.unique, List.copyOf(index.columns), index.prefix)));
            return new TableState(name, columns, found);
        }
    }

    private static final class Index {
        private final boolean unique;
        private final List<String> columns = new ArrayList<>();
        private boolean prefix;

        private Index(boolean unique) {
            this.unique = unique;
        }

        void add(String column, boolean partial) {
            columns.add(column);
            prefix |= partial;
        }
    }
}
