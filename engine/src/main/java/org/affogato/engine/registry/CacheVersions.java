package org.affogato.engine.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.affogato.engine.spi.Database;

/**
 * Keeps caches of several nodes current: each scope has a counter row that a writer raises in its transaction; a node
 * that sees a counter it did not raise itself drops the caches of that scope.
 */
public final class CacheVersions {
    /** Made by the migrator. */
    public static final String TABLE = "__affogato_version";

    /** Compiled definitions. */
    public static final String META = "meta";

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /** Runs the action whenever the scope changed, here or on another node. */
    public void onChange(String scope, Runnable action) {
        listeners.computeIfAbsent(scope, key -> new CopyOnWriteArrayList<>()).add(action);
    }

    /** Raises the counter as part of the running transaction. */
    public void raise(Database database, String scope) {
        database.execute(
                "INSERT INTO `__affogato_version` (`scope`, `version`) VALUES (?, 1)"
                        + " ON DUPLICATE KEY UPDATE `version` = `version` + 1",
                scope);
        long version = database.query(
                        "SELECT `version` FROM `__affogato_version` WHERE `scope` = ?",
                        List.of(scope),
                        row -> row.getLong(1))
                .getFirst();
        seen.computeIfPresent(scope, (key, known) -> known == version - 1 ? Long.valueOf(version) : known);
    }

    /** Drops this node's caches of a scope. */
    public void changed(String scope) {
        listeners.getOrDefault(scope, List.of()).forEach(Runnable::run);
    }

    /** Looks at all counters and drops what others changed. */
    public void poll(Database database) {
        Map<String, Long> current = new LinkedHashMap<>();
        database.stream(
                "SELECT `scope`, `version` FROM `__affogato_version`",
                List.of(),
                row -> current.put(row.getString(1), row.getLong(2)));
        current.forEach((scope, version) -> {
            Long known = seen.put(scope, version);
            if (known == null || known.longValue() != version) {
                changed(scope);
            }
        });
    }
}
