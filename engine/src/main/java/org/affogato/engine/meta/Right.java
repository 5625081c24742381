package org.affogato.engine.meta;

import java.util.Locale;
import java.util.Optional;

/** What a role may do with documents of a DocType: the checkboxes of a DocPerm row. */
public enum Right {
    SELECT,
    READ,
    WRITE,
    CREATE,
    DELETE,
    SUBMIT,
    CANCEL,
    AMEND,
    REPORT,
    EXPORT,
    IMPORT,
    SHARE,
    PRINT,
    EMAIL;

    private final String fieldname = name().toLowerCase(Locale.ROOT);

    /** The fieldname in DocPerm and the word on the wire: {@code read}, {@code write}, … */
    public String fieldname() {
        return fieldname;
    }

    /** The right of that wire name; empty for an unknown one. */
    public static Optional<Right> of(String fieldname) {
        for (Right right : values()) {
            if (right.fieldname.equals(fieldname)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}
