package org.affogato.engine.install;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.PatchLog;
import org.affogato.engine.db.RowStore;
import org.affogato.engine.install.rule.RowName;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * The apps' one-time data changes. An app that is new on the site has no data to change: its patches count as run.
 * Frappe: {@code patch_handler}, Patch Log.
 */
final class Patches {
    private final List<App> apps;
    private final Set<String> appsBefore;
    private final Set<String> done;

    /**
     * @param appsBefore apps that had been on the site before this migrate
     */
    Patches(List<App> apps, Set<String> appsBefore, Set<String> done) {
        this.apps = apps;
        this.appsBefore = appsBefore;
        this.done = new HashSet<>(done);
    }

    /** Those that are to run, in order. */
    List<App.Patch> due() {
        return apps.stream()
                .filter(app -> appsBefore.contains(app.name()))
                .flatMap(app -> app.patches().stream())
                .filter(patch -> !done.contains(patch.name()))
                .toList();
    }

    /** Records the patches of new apps without running them. */
    void skipThoseOfNewApps(Database database, Meta patchLog, LocalDateTime now) {
        for (App app : apps) {
            if (!appsBefore.contains(app.name())) {
                for (App.Patch patch : app.patches()) {
                    if (!done.contains(patch.name())) {
                        record(database, patchLog, patch.name(), now);
                    }
                }
            }
        }
    }

    /** Runs those that are due, each in a transaction with its record. */
    List<String> run(Contexts contexts) {
        List<String> ran = new ArrayList<>();
        for (App.Patch patch : due()) {
            contexts.run(context -> {
                patch.job().run(context);
                record(context.database(), context.meta("Patch Log"), patch.name(), context.now());
            });
            ran.add(patch.name());
        }
        return ran;
    }

    private static void record(Database database, Meta patchLog, String patch, LocalDateTime now) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", RowName.random());
        row.put("patch", patch);
        row.put("creation", now);
        row.put("modified", now);
        row.put("owner", Context.ADMINISTRATOR);
        row.put("modified_by", Context.ADMINISTRATOR);
        new RowStore().write(database, patchLog, List.of(row));
    }

    static Set<String> done(Database database) {
        return PatchLog.done(database);
    }
}
