package org.affogato.engine.db;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.spi.Database;

/** Which patches a site has behind it. */
public final class PatchLog {
    private PatchLog() {}

    public static Set<String> done(Database database) {
        return new HashSet<>(database.query(
                "SELECT `patch` FROM `tabPatch Log`", List.of(), row -> String.valueOf(row.getString(1))));
    }
}
