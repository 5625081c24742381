package org.affogato.engine.query;

import java.util.Optional;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Condition;

/**
 * A table that a list reads from: its own, a child table, or the target of a Link.
 *
 * @param alias what the statement calls it
 * @param linkField the Link field of the listed DocType that leads here, empty for other kinds
 * @param rows which of a Link's targets the caller may see
 */
record Source(Meta meta, String alias, Optional<String> linkField, Optional<Condition> rows) {
    static Source table(Meta meta) {
        return new Source(meta, meta.table(), Optional.empty(), Optional.empty());
    }

    /** Whether the table has the column; {@code _seen} is there only for DocTypes that track it. */
    boolean hasColumn(String name) {
        if (name.equals("_seen")) {
            return meta.is("track_seen") && !meta.isChild();
        }
        return meta.isColumn(name);
    }

    /** Standard names that a request may use with any DocType, whether it has the column or not. */
    static boolean isStandard(String name) {
        return name.equals("doctype")
                || StandardFields.DEFAULT.contains(name)
                || StandardFields.CHILD.contains(name)
                || StandardFields.OPTIONAL.contains(name);
    }
}
