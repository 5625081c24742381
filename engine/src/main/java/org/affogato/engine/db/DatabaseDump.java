package org.affogato.engine.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;

/**
 * Writes a whole database as SQL in the form of {@code mariadb-dump}, at one moment in time, through JDBC: it works with
 * every server and needs no program beside. MariaDB's own client, and Frappe, can load it.
 */
public final class DatabaseDump {
    private static final int STATEMENT_LENGTH = 500_000;
    private static final int FETCH_SIZE = 1000;

    private final DataSource source;

    public DatabaseDump(DataSource source) {
        this.source = source;
    }

    /** The number of tables, for who shows progress. */
    public int count() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return names(statement, "BASE TABLE").size();
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    /**
     * @param progress told each table with the number of tables done before it
     * @return the number of tables
     */
    public int write(Writer out, ObjLongConsumer<String> progress) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            int tables = write(statement, out, progress);
            statement.execute("COMMIT");
            return tables;
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        } catch (IOException error) {
            throw new UncheckedIOException("The backup cannot be written", error);
        }
    }

    private static int write(Statement statement, Writer out, ObjLongConsumer<String> progress)
            throws SQLException, IOException {
        out.write("-- Affogato dump\n\nSET NAMES utf8mb4;\nSET UNIQUE_CHECKS=0;\n"
                + "SET FOREIGN_KEY_CHECKS=0;\nSET SQL_MODE='NO_AUTO_VALUE_ON_ZERO';\n");
        for (String sequence : names(statement, "SEQUENCE")) {
            writeSequence(statement, sequence, out);
        }
        List<String> tables = names(statement, "BASE TABLE");
        for (int i = 0; i < tables.size(); i++) {
            progress.accept(tables.get(i), i);
            writeTable(statement, tables.get(i), out);
        }
        out.write("\n-- Dump completed\n");
        return tables.size();
    }

    private static List<String> names(Statement statement, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = '" + kind + "' ORDER BY table_name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void writeSequence(Statement statement, String name, Writer out) throws SQLException, IOException {
        String quoted = SqlText.quote(name);
        out.write("\nDROP SEQUENCE IF EXISTS " + quoted + ";\n" + definition(statement, "SEQUENCE", quoted) + ";\n");
        try (ResultSet row = statement.executeQuery("SELECT next_not_cached_value FROM " + quoted)) {
            if (row.next()) {
                out.write("DO SETVAL(" + quoted + ", " + row.getLong(1) + ", 0);\n");
            }
        }
    }

    private static String definition(Statement statement, String kind, String quoted) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW CREATE " + kind + " " + quoted)) {
            row.next();
            return row.getString(2);
        }
    }

    private static void writeTable(Statement statement, String name, Writer out) throws SQLException, IOException {
        String quoted = SqlText.quote(name);
        out.write("\nDROP TABLE IF EXISTS " + quoted + ";\n" + definition(statement, "TABLE", quoted) + ";\n");
        statement.setFetchSize(FETCH_SIZE);
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted)) {
            writeRows(rows, "INSERT INTO " + quoted + " VALUES\n", out);
        } finally {
            statement.setFetchSize(0);
        }
    }

    private static void writeRows(ResultSet rows, String insert, Writer out) throws SQLException, IOException {
        StringBuilder text = new StringBuilder();
        while (rows.next()) {
            text.append(text.isEmpty() ? insert : ",\n");
            appendRow(text, rows);
            if (text.length() > STATEMENT_LENGTH) {
                out.append(text).write(";\n");
                text.setLength(0);
            }
        }
        if (!text.isEmpty()) {
            out.append(text).write(";\n");
        }
    }

    private static void appendRow(StringBuilder text, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            text.append(i == 1 ? '(' : ',');
            appendValue(text, row, i, columns.getColumnType(i));
        }
        text.append(')');
    }

    private static void appendValue(StringBuilder text, ResultSet row, int column, int type) throws SQLException {
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT -> {
                byte[] bytes = row.getBytes(column);
                boolean none = bytes == null || bytes.length == 0;
                text.append(
                        bytes == null
                                ? "NULL"
                                : none ? "''" : "0x" + HexFormat.of().formatHex(bytes));
            }
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.DOUBLE,
                    Types.REAL,
                    Types.FLOAT -> text.append(row.getString(column));
            default -> appendText(text, row.getString(column));
        }
    }

    private static void appendText(StringBuilder text, String value) {
        if (value == null) {
            text.append("NULL");
            return;
        }
        text.append('\'');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append("\\0");
                case '\u001a' -> text.append("\\Z");
                default -> text.append(letter);
            }
        }
        text.append('\'');
    }
}
