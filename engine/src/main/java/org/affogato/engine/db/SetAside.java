package org.affogato.engine.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that a database holds, under other names in the same database while something else is loaded: it can come
 * back until the load is good. The list of names is a table that comes and goes in the same statement as the names do, so
 * that a process that is killed leaves nothing unknown.
 */
final class SetAside {
    private static final String LIST = "__affogato_set_aside";
    private static final String DRAFT = "__affogato_set_aside_draft";
    private static final String PLACE = "__affogato_aside_";

    private SetAside() {}

    /** Whether a load began and neither ended nor was undone. */
    static boolean isThere(Connection connection) throws SQLException {
        return objects(connection).containsKey(LIST);
    }

    /** Moves all away, at once or not at all. */
    static void begin(Connection connection) throws SQLException {
        drop(connection, name -> name.startsWith(PLACE) || name.equals(DRAFT));
        SequencedMap<String, String> places = new LinkedHashMap<>();
        objects(connection).keySet().forEach(name -> places.put(name, PLACE + places.size()));
        run(connection, "CREATE TABLE " + DRAFT + " (place varchar(64) PRIMARY KEY, name varchar(64) NOT NULL)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + DRAFT + " VALUES (?, ?)")) {
            for (Map.Entry<String, String> place : places.entrySet()) {
                insert.setString(1, place.getValue());
                insert.setString(2, place.getKey());
                insert.execute();
            }
        }
        places.put(DRAFT, LIST);
        rename(connection, places);
    }

    /** What was loaded stays: from the first statement on there is no way back. */
    static void forget(Connection connection) throws SQLException {
        run(connection, "DROP TABLE " + LIST);
        drop(connection, name -> name.startsWith(PLACE));
    }

    /** What was loaded goes, what was there before comes back. */
    static void putBack(Connection connection) throws SQLException {
        drop(connection, name -> !name.startsWith(PLACE) && !name.equals(LIST));
        SequencedMap<String, String> names = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT place, name FROM " + LIST)) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        names.put(LIST, DRAFT);
        rename(connection, names);
        run(connection, "DROP TABLE " + DRAFT);
    }

    /** Names of all tables, sequences and views, with their kind as DROP wants it. */
    static SequencedMap<String, String> objects(Connection connection) throws SQLException {
        SequencedMap<String, String> objects = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, table_type FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() ORDER BY table_name")) {
            while (rows.next()) {
                String kind = rows.getString(2).equals("BASE TABLE") ? "TABLE" : rows.getString(2);
                objects.put(rows.getString(1), kind);
            }
        }
        return objects;
    }

    private static void rename(Connection connection, SequencedMap<String, String> names) throws SQLException {
        String pairs = names.entrySet().stream()
                .map(pair -> SqlText.quote(pair.getKey()) + " TO " + SqlText.quote(pair.getValue()))
                .collect(Collectors.joining(", "));
        run(connection, "RENAME TABLE " + pairs);
    }

    private static void drop(Connection connection, Predicate<String> which) throws SQLException {
        run(connection, "SET FOREIGN_KEY_CHECKS=0");
        for (Map.Entry<String, String> object : objects(connection).entrySet()) {
            if (which.test(object.getKey())) {
                run(connection, "DROP " + object.getValue() + " " + SqlText.quote(object.getKey()));
            }
        }
        run(connection, "SET FOREIGN_KEY_CHECKS=1");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
