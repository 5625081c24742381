package org.affogato.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.ScriptReport;
import org.affogato.engine.spi.TableIndex;
import org.affogato.engine.spi.WhitelistedMethods;

/** The installed apps, {@code frappe} first, the others in their given order. */
public final class AppRegistry {
    private final List<App> apps;

    public AppRegistry(List<App> apps) {
        this.apps = apps.stream()
                .sorted((a, b) ->
                        Boolean.compare(b.name().equals("frappe"), a.name().equals("frappe")))
                .toList();
    }

    public List<App> all() {
        return apps;
    }

    /** All apps' whitelisted methods and those given. */
    public List<WhitelistedMethods> methods(List<? extends WhitelistedMethods> more) {
        List<WhitelistedMethods> all = new ArrayList<>(more);
        apps.forEach(app -> all.addAll(app.methods()));
        return all;
    }

    /** By DocType, the method that searches it; a later app's wins. */
    public Map<String, String> standardQueries() {
        Map<String, String> all = new LinkedHashMap<>();
        apps.forEach(app -> all.putAll(app.standardQueries()));
        return all;
    }

    /** The report of that name; a later app's wins. */
    public Optional<ScriptReport> report(String name) {
        return apps.reversed().stream()
                .flatMap(app -> app.reports().stream())
                .filter(report -> report.name().equals(name))
                .findFirst();
    }

    /** Indexes over several columns that the apps declare. */
    public List<TableIndex> indexes() {
        return apps.stream().flatMap(app -> app.indexes().stream()).toList();
    }
}
