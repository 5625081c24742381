package org.affogato.engine.db;

import java.util.Collection;
import java.util.Collections;
import java.util.stream.Collectors;

/** The few texts that all SQL is put together from. */
public final class SqlText {
    private SqlText() {}

    /** An identifier in backticks; backticks inside are doubled, so that no name can break out. */
    public static String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    public static String quoteAll(Collection<String> identifiers) {
        return identifiers.stream().map(SqlText::quote).collect(Collectors.joining(", "));
    }

    /** {@code ?, ?, ?} for a number of values. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
