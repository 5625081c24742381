package org.affogato.engine.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Database;

/** Which files of records a site has imported, by their hash. */
public final class RecordLedger {
    public static final String TABLE = "__affogato_record";

    private RecordLedger() {}

    /** Hashes by path. */
    public static Map<String, String> imported(Database database) {
        Map<String, String> found = new HashMap<>();
        database.stream(
                "SELECT `path`, `hash` FROM `__affogato_record`",
                List.of(),
                row -> found.put(row.getString(1), row.getString(2)));
        return found;
    }

    public static void remember(Database database, String path, String hash) {
        database.execute(
                "INSERT INTO `__affogato_record` (`path`, `hash`) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE `hash` = VALUES(`hash`)",
                path,
                hash);
    }
}
