package org.affogato.engine;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.registry.CacheVersions;
import org.jspecify.annotations.Nullable;

/** The site's time zone from System Settings, kept until these change. UTC where none is set. */
final class SiteTimeZone {
    /** The cache scope that the controller of System Settings touches. */
    static final String SCOPE = "System Settings";

    private final EngineSettings settings;
    private final Supplier<Transaction> connections;
    private volatile @Nullable ZoneId known;

    SiteTimeZone(EngineSettings settings, Supplier<Transaction> connections, CacheVersions versions) {
        this.settings = settings;
        this.connections = connections;
        versions.onChange(SCOPE, () -> known = null);
    }

    ZoneId get() {
        ZoneId zone = known;
        if (zone == null) {
            zone = zoneOf(settings.timeZone() == null ? stored() : settings.timeZone());
            known = zone;
        }
        return zone;
    }

    private @Nullable String stored() {
        try (Transaction own = connections.get()) {
            List<String> rows = own.query(
                    "SELECT `value` FROM `tabSingles` WHERE `doctype` = 'System Settings' AND `field` = 'time_zone'",
                    List.of(),
                    row -> String.valueOf(row.getString(1)));
            return rows.isEmpty() ? null : rows.getFirst();
        }
    }

    private static ZoneId zoneOf(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
