package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** Reads and writes what a site holds of definitions, many DocTypes at once. */
public final class DefinitionStore {
    private static final int NAMES_AT_ONCE = 500;

    /** The child tables of DocType by the key that a JSON file has them under. */
    public static final Map<String, String> TABLES = tables();

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("fields", "DocField");
        tables.put("permissions", "DocPerm");
        tables.put("links", "DocType Link");
        tables.put("actions", "DocType Action");
        tables.put("states", "DocType State");
        return tables;
    }

    private final Database database;

    public DefinitionStore(Database database) {
        this.database = database;
    }

    /** All rows of DocType. */
    public List<Map<String, @Nullable Object>> headers() {
        return database.query("SELECT * FROM `tabDocType`");
    }

    /** The rows of a child table of the named DocTypes, by DocType. */
    public Map<String, List<Map<String, @Nullable Object>>> children(String doctype, Collection<String> parents) {
        return read("SELECT * FROM " + SqlText.quote("tab" + doctype), parents);
    }

    /** Like {@link #children} for DocField, with no more than the table of a DocType depends on. */
    public Map<String, List<Map<String, @Nullable Object>>> schemaFields(Collection<String> parents) {
        return read(
                "SELECT `parent`, `idx`, `fieldname`, `fieldtype`, `options`, `length`, `precision`, `default`, `unique`,"
                        + " `search_index`, `not_nullable`, `is_virtual` FROM `tabDocField`",
                parents);
    }

    private Map<String, List<Map<String, @Nullable Object>>> read(String select, Collection<String> parents) {
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        List<String> names = List.copyOf(parents);
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> part = names.subList(from, Math.min(names.size(), from + NAMES_AT_ONCE));
            String where = " WHERE `parenttype` = 'DocType' AND `parent` IN (" + SqlText.marks(part.size())
                    + ") ORDER BY `parent`, `idx`";
            for (Map<String, @Nullable Object> row : database.query(select + where, part.toArray())) {
                found.computeIfAbsent(String.valueOf(row.get("parent")), key -> new ArrayList<>())
                        .add(row);
            }
        }
        return found;
    }

    /** Rows of Custom Field by DocType, in their order. */
    public Map<String, List<Map<String, @Nullable Object>>> customFields() {
        return grouped("SELECT * FROM `tabCustom Field` ORDER BY `idx`, `creation`", "dt");
    }

    /** Rows of Property Setter by DocType. */
    public Map<String, List<Map<String, @Nullable Object>>> propertySetters() {
        return grouped("SELECT * FROM `tabProperty Setter` ORDER BY `creation`", "doc_type");
    }

    private Map<String, List<Map<String, @Nullable Object>>> grouped(String select, String key) {
        Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> row : database.query(select)) {
            found.computeIfAbsent(String.valueOf(row.get(key)), none -> new ArrayList<>())
                    .add(row);
        }
        return found;
    }

    /** The definitions as files last gave them, as JSON by DocType. */
    public Map<String, String> lastShipped(Collection<String> doctypes) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> names = List.copyOf(doctypes);
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> part = names.subList(from, Math.min(names.size(), from + NAMES_AT_ONCE));
            database.stream(
                    "SELECT `doctype`, `definition` FROM `__affogato_definition` WHERE `doctype` IN ("
                            + SqlText.marks(part.size()) + ")",
                    part,
                    row -> found.put(row.getString(1), row.getString(2)));
        }
        return found;
    }

    /** The apps that have been migrated here before. */
    public List<String> knownApps() {
        return database.query("SELECT DISTINCT `app` FROM `__affogato_definition`", List.of(), row -> row.getString(1));
    }

    /** Keeps definitions as files give them: rows of DocType, app, JSON. */
    public void rememberShipped(List<List<String>> rows) {
        database.executeBatch(
                "INSERT INTO `__affogato_definition` (`doctype`, `app`, `definition`) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE `app` = VALUES(`app`), `definition` = VALUES(`definition`)",
                rows);
    }

    public void deleteRows(String doctype, List<String> names) {
        String sql = "DELETE FROM " + SqlText.quote("tab" + doctype) + " WHERE `name` = ?";
        database.executeBatch(sql, names.stream().map(List::of).toList());
    }

    /** Sets the hash of DocTypes whose table is in line: rows of hash, DocType. */
    public void markMigrated(List<List<String>> rows) {
        database.executeBatch("UPDATE `tabDocType` SET `migration_hash` = ? WHERE `name` = ?", rows);
    }

    public List<String> names(String doctype) {
        return database.query(
                "SELECT `name` FROM " + SqlText.quote("tab" + doctype), List.of(), row -> row.getString(1));
    }
}
