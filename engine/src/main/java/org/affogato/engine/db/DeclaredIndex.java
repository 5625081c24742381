package org.affogato.engine.db;

import java.util.stream.Collectors;
import org.affogato.engine.spi.TableIndex;

/** The SQL of an index that an app declares beside a DocType. */
final class DeclaredIndex {
    private DeclaredIndex() {}

    /** {@code UNIQUE INDEX `name` (`a`, `b`(140))}. */
    static String definition(TableIndex index) {
        String columns = index.parts().stream().map(DeclaredIndex::part).collect(Collectors.joining(", "));
        return "%sINDEX %s (%s)".formatted(index.unique() ? "UNIQUE " : "", SqlText.quote(index.name()), columns);
    }

    private static String part(TableIndex.Part part) {
        String column = SqlText.quote(part.fieldname());
        return part.length() > 0 ? "%s(%d)".formatted(column, part.length()) : column;
    }
}
