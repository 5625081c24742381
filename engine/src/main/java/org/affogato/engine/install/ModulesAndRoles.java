package org.affogato.engine.install;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.db.RowStore;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.DefinitionRows;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * Makes the modules and roles that definitions speak of and the site does not have. Frappe:
 * {@code make_module_and_roles}.
 */
final class ModulesAndRoles {
    private static final List<String> AUTOMATIC_ROLES = List.of("Guest", "All", "Administrator", "Desk User");

    private final Database database;
    private final LocalDateTime now;
    private final Map<String, String> appOfModule = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>(AUTOMATIC_ROLES);

    ModulesAndRoles(Database database, List<App> apps, LocalDateTime now) {
        this.database = database;
        this.now = now;
        apps.forEach(app -> app.modules().forEach(module -> appOfModule.put(module, app.name())));
    }

    void add(DefinitionMerge merge) {
        if (merge.content().get("module") instanceof String module && !module.isBlank()) {
            appOfModule.putIfAbsent(module, merge.file().app());
        }
        for (Map<String, @Nullable Object> permission :
                DefinitionRows.of(merge.content().get("permissions"))) {
            if (permission.get("role") instanceof String role && !role.isBlank()) {
                roles.add(role);
            }
        }
    }

    void write(Meta moduleDef, Meta role) {
        List<Map<String, @Nullable Object>> modules = new ArrayList<>();
        for (String module : missing("Module Def", appOfModule.keySet())) {
            Map<String, @Nullable Object> row = row(module);
            row.put("module_name", module);
            row.put("app_name", appOfModule.get(module));
            modules.add(row);
        }
        List<Map<String, @Nullable Object>> newRoles = new ArrayList<>();
        for (String name : missing("Role", roles)) {
            Map<String, @Nullable Object> row = row(name);
            row.put("role_name", name);
            row.put("desk_access", name.equals("Guest") || name.equals("All") ? 0L : 1L);
            newRoles.add(row);
        }
        RowStore store = new RowStore();
        store.write(database, moduleDef, modules);
        store.write(database, role, newRoles);
    }

    private List<String> missing(String doctype, Set<String> wanted) {
        Set<String> there = new DefinitionStore(database)
                .names(doctype).stream().map(ModulesAndRoles::fold).collect(Collectors.toSet());
        return wanted.stream().filter(name -> there.add(fold(name))).toList();
    }

    /** Names that the database's collation takes for equal, as far as case and trailing blanks go. */
    private static String fold(String name) {
        return name.stripTrailing().toLowerCase(Locale.ROOT);
    }

    private Map<String, @Nullable Object> row(String name) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("creation", now);
        row.put("modified", now);
        row.put("owner", Context.ADMINISTRATOR);
        row.put("modified_by", Context.ADMINISTRATOR);
        return row;
    }
}
