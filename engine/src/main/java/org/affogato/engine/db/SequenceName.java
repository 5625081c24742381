package org.affogato.engine.db;

import java.util.Locale;

/** The database sequence that counts the names of an autoincrement DocType. */
public final class SequenceName {
    private SequenceName() {}

    /** {@code web_form_list_column_id_seq} for {@code Web Form List Column}. */
    public static String of(String doctype) {
        return (doctype + "_id_seq").replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
