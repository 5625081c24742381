package org.affogato.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** Reads a DocType's definition and the site's customisations of it from their tables and compiles them. */
public final class StoredDefinitions {
    private final MetaCompiler compiler = new MetaCompiler();
    private final FieldTypeLookup types;

    public StoredDefinitions(FieldTypeLookup types) {
        this.types = types;
    }

    /** The compiled definition; empty where no row has that very name. */
    public Optional<Meta> load(Database database, String doctype) {
        return definition(database, doctype)
                .map(definition -> compiler.compile(definition, customisation(database, doctype), types));
    }

    /** The definition as its JSON would be, without customisations. */
    public Optional<Map<String, @Nullable Object>> definition(Database database, String doctype) {
        return database.query("SELECT * FROM `tabDocType` WHERE `name` = ?", doctype).stream()
                .filter(row -> doctype.equals(row.get("name")))
                .findFirst()
                .map(row -> withTables(database, doctype, row));
    }

    private static Map<String, @Nullable Object> withTables(
            Database database, String doctype, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>(row);
        definition.put("fields", children(database, "tabDocField", doctype));
        definition.put("permissions", children(database, "tabDocPerm", doctype));
        definition.put("links", children(database, "tabDocType Link", doctype));
        definition.put("actions", children(database, "tabDocType Action", doctype));
        definition.put("states", children(database, "tabDocType State", doctype));
        return definition;
    }

    private static List<Map<String, @Nullable Object>> children(Database database, String table, String doctype) {
        return database.query(
                "SELECT * FROM `" + table + "` WHERE `parent` = ? AND `parenttype` = 'DocType' ORDER BY `idx`",
                doctype);
    }

    private static Map<String, List<Map<String, @Nullable Object>>> customRows(Database database, String doctype) {
        Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();
        rows.put("links", customRows(database, "tabDocType Link", doctype));
        rows.put("actions", customRows(database, "tabDocType Action", doctype));
        rows.put("states", customRows(database, "tabDocType State", doctype));
        return rows;
    }

    /** Rows that name the DocType as their parent without belonging to its definition. Frappe: Customize Form. */
    private static List<Map<String, @Nullable Object>> customRows(Database database, String table, String doctype) {
        return database.query(
                "SELECT * FROM `" + table + "` WHERE `parent` = ? AND `custom` = 1 AND `parenttype` <> 'DocType'"
                        + " ORDER BY `idx`",
                doctype);
    }

    private static Customisation customisation(Database database, String doctype) {
        return new Customisation(
                database.query("SELECT * FROM `tabCustom Field` WHERE `dt` = ? ORDER BY `idx`, `creation`", doctype),
                database.query("SELECT * FROM `tabProperty Setter` WHERE `doc_type` = ? ORDER BY `creation`", doctype),
                customRows(database, doctype),
                database.query("SELECT * FROM `tabCustom DocPerm` WHERE `parent` = ? ORDER BY `creation`", doctype));
    }
}
