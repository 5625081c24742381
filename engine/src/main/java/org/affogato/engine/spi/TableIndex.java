package org.affogato.engine.spi;

import java.util.List;

/**
 * An index over several columns, which a DocType's JSON cannot express; made with the DocType's table. Frappe:
 * {@code on_doctype_update} with {@code add_index} and {@code add_unique}.
 *
 * @param name the index's name in the database
 */
public record TableIndex(String doctype, String name, boolean unique, List<Part> parts) {
    /** An index over whole columns. */
    public static TableIndex of(String doctype, String name, String... fieldnames) {
        return new TableIndex(doctype, name, false, whole(fieldnames));
    }

    /** A unique index over whole columns. */
    public static TableIndex unique(String doctype, String name, String... fieldnames) {
        return new TableIndex(doctype, name, true, whole(fieldnames));
    }

    /** An index over the beginning of one long column. */
    public static TableIndex ofPrefix(String doctype, String name, String fieldname, int length) {
        return new TableIndex(doctype, name, false, List.of(new Part(fieldname, length)));
    }

    private static List<Part> whole(String... fieldnames) {
        return List.of(fieldnames).stream()
                .map(fieldname -> new Part(fieldname, 0))
                .toList();
    }

    /**
     * One column of an index.
     *
     * @param length number of leading characters; 0 for all
     */
    public record Part(String fieldname, int length) {}
}
