package org.affogato.engine.naming;

import java.util.List;
import org.affogato.engine.db.SequenceName;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;

/** The database sequence that counts the names of an autoincrement DocType; no number is given twice. */
final class Sequence {
    private Sequence() {}

    static Long next(Meta meta, Database database) {
        return database.query(
                        "SELECT NEXTVAL(" + SqlText.quote(SequenceName.of(meta.name())) + ")",
                        List.of(),
                        row -> row.getLong(1))
                .getFirst();
    }
}
