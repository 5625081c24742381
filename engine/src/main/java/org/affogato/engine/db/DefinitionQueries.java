package org.affogato.engine.db;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** What the rules for definitions ask the database. */
public final class DefinitionQueries {
    private static final int NAMES_AT_ONCE = 500;

    private DefinitionQueries() {}

    /** The names of all documents of a DocType. */
    public static List<String> names(Database database, Meta meta) {
        return database.query("SELECT `name` FROM " + SqlText.quote(meta.table()), List.of(), row -> row.getString(1));
    }

    /** A DocType's name as it is spelled, found in any case. */
    public static Optional<String> spelling(Database database, String doctype) {
        return first(database.query(
                "SELECT `name` FROM `tabDocType` WHERE `name` = ?", List.of(doctype), row -> row.getString(1)));
    }

    /** The DocType, other than the given one, whose names begin with that series. */
    public static Optional<String> userOfSeries(Database database, String prefix, String doctype) {
        return first(database.query(
                "SELECT `name` FROM `tabDocType` WHERE `autoname` LIKE CONCAT(?, '.%') AND `name` <> ? LIMIT 1",
                List.of(prefix, doctype), row -> row.getString(1)));
    }

    public static boolean isCustomRole(Database database, String role) {
        return !database.query("SELECT 1 FROM `tabRole` WHERE `name` = ? AND `is_custom` = 1", role)
                .isEmpty();
    }

    /** DocTypes with a table field of that child DocType. */
    public static List<String> parentsOf(Database database, String child) {
        return database.query(
                "SELECT DISTINCT `parent` FROM `tabDocField` WHERE `parenttype` = 'DocType' AND `options` = ?"
                        + " AND `fieldtype` IN ('Table', 'Table MultiSelect')",
                List.of(child),
                row -> row.getString(1));
    }

    /** Marks DocTypes as changed now, so that caches outside notice. */
    public static void touch(Database database, String doctype, @Nullable Object now) {
        database.execute("UPDATE `tabDocType` SET `modified` = ? WHERE `name` = ?", now, doctype);
    }

    /** Removes what speaks of a DocType that goes: tables of it in other forms, and its entries in the global search. */
    public static void forget(Database database, String doctype) {
        database.execute(
                "DELETE FROM `tabCustom Field` WHERE `options` = ? AND `fieldtype` IN ('Table', 'Table MultiSelect')",
                doctype);
        database.execute("DELETE FROM `__global_search` WHERE `doctype` = ?", doctype);
    }

    /** Fills a fetched field of documents that have the link but no value yet. */
    public static void fillFetched(Database database, Meta meta, Fetch fetch) {
        String own = SqlText.quote(fetch.fieldname());
        database.execute("UPDATE %s AS `target` JOIN %s AS `source` ON `target`.%s = `source`.`name`"
                        .formatted(
                                SqlText.quote(meta.table()),
                                SqlText.quote(fetch.source().table()),
                                SqlText.quote(fetch.link()))
                + " SET `target`.%1$s = `source`.%2$s WHERE IFNULL(`target`.%1$s, '') = ''"
                        .formatted(own, SqlText.quote(fetch.sourceField())));
    }

    /** A field and where its value comes from. */
    public record Fetch(String fieldname, String link, Meta source, String sourceField) {}

    /** Lets other definitions and customisations speak of a DocType by its new name. */
    public static void renameInDefinitions(Database database, String from, String to) {
        for (String table : List.of("tabDocField", "tabCustom Field")) {
            database.execute(
                    "UPDATE " + SqlText.quote(table)
                            + " SET `options` = ? WHERE `options` = ? AND `fieldtype` IN ('Link', 'Table', 'Table MultiSelect')",
                    to,
                    from);
        }
        database.execute(
                "UPDATE `tabProperty Setter` SET `value` = ? WHERE `property` = 'options' AND `value` = ?", to, from);
        database.execute("UPDATE `tabCustom DocPerm` SET `parent` = ? WHERE `parent` = ?", to, from);
        database.execute("UPDATE `__Auth` SET `doctype` = ? WHERE `doctype` = ?", to, from);
    }

    /** Lets rows of a child DocType belong to documents of the new name. */
    public static void renameParentType(Database database, Meta child, String from, String to) {
        database.execute(
                "UPDATE " + SqlText.quote(child.table()) + " SET `parenttype` = ? WHERE `parenttype` = ?", to, from);
    }

    /** Lets rows of a child DocType belong to the table field's new name. */
    public static void renameParentField(Database database, Meta child, String parent, String from, String to) {
        database.execute(
                "UPDATE " + SqlText.quote(child.table())
                        + " SET `parentfield` = ? WHERE `parenttype` = ? AND `parentfield` = ?",
                to,
                parent,
                from);
    }

    /**
     * Gives what names a field by DocType and fieldname its new fieldname: values of a Single, secrets, Property Setters,
     * the places of Custom Fields.
     */
    public static void renameField(Database database, String doctype, String from, String to) {
        database.execute("UPDATE `tabSingles` SET `field` = ? WHERE `doctype` = ? AND `field` = ?", to, doctype, from);
        database.execute(
                "UPDATE `tabProperty Setter` SET `field_name` = ? WHERE `doc_type` = ? AND `field_name` = ?",
                to,
                doctype,
                from);
        database.execute(
                "UPDATE `tabProperty Setter` SET `value` = REPLACE(`value`, CONCAT('\"', ?, '\"'), CONCAT('\"', ?, '\"'))"
                        + " WHERE `doc_type` = ? AND `property` = 'field_order'",
                from,
                to,
                doctype);
        database.execute(
                "UPDATE `tabCustom Field` SET `insert_after` = ? WHERE `dt` = ? AND `insert_after` = ?",
                to,
                doctype,
                from);
        database.execute(
                "UPDATE `__Auth` SET `fieldname` = ? WHERE `doctype` = ? AND `fieldname` = ?", to, doctype, from);
    }

    /** Moves a Single's values to its new name. */
    public static void renameSingle(Database database, String from, String to) {
        database.execute("UPDATE `tabSingles` SET `doctype` = ? WHERE `doctype` = ?", to, from);
        database.execute(
                "UPDATE `tabSingles` SET `value` = ? WHERE `doctype` = ? AND `field` = 'name' AND `value` = ?",
                to,
                to,
                from);
    }

    /** Removes Property Setters of a field. */
    public static void removeSetters(Database database, String doctype, String fieldname) {
        database.execute(
                "DELETE FROM `tabProperty Setter` WHERE `doc_type` = ? AND `field_name` = ?", doctype, fieldname);
    }

    /** Removes Property Setters of one property, of a field or row where one is named. */
    public static void removeSetters(Database database, String doctype, String property, String fieldname, String row) {
        database.execute(
                "DELETE FROM `tabProperty Setter` WHERE `doc_type` = ? AND `property` = ?"
                        + " AND (? = '' OR `field_name` = ?) AND (? = '' OR `row_name` = ?)",
                doctype,
                property,
                fieldname,
                fieldname,
                row,
                row);
    }

    /** Removes all rows of a DocType that changes others, for one of these. */
    public static void removeLaidOver(Database database, String doctype, String target, String of) {
        database.execute(
                "DELETE FROM %s WHERE %s = ?".formatted(SqlText.quote("tab" + doctype), SqlText.quote(target)), of);
    }

    /** When documents were last changed, of those that are there. */
    public static void modified(
            Database database, Meta meta, List<String> names, BiConsumer<String, @Nullable LocalDateTime> hears) {
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> part = names.subList(from, Math.min(names.size(), from + NAMES_AT_ONCE));
            database.stream(
                    "SELECT `name`, `modified` FROM %s WHERE `name` IN (%s)"
                            .formatted(SqlText.quote(meta.table()), SqlText.marks(part.size())),
                    part,
                    row -> hears.accept(row.getString(1), row.getObject(2, LocalDateTime.class)));
        }
    }

    private static Optional<String> first(List<String> names) {
        return names.stream().findFirst();
    }
}
