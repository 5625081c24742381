package org.affogato.doctypes.frappe.core.page.permission_manager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.spi.Context;

/** The DocTypes and roles for which rules can be made. */
final class Choices {
    private static final Set<String> CLOSED_DOCTYPES = Set.of("DocType", "Patch Log", "Module Def", "Transaction Log");
    private static final Set<String> AUTOMATIC_ROLES = Set.of("Guest", "All", "Desk User");
    private static final String ACTIVE = "(COALESCE(restrict_to_domain, '') = '' OR restrict_to_domain IN "
            + "(SELECT domain FROM {Has Domain} WHERE parent = 'Domain Settings'))";

    private final Context context;

    Choices(Context context) {
        this.context = context;
    }

    Map<String, List<Map<String, Object>>> all() {
        Map<String, List<Map<String, Object>>> choices = new LinkedHashMap<>();
        choices.put("doctypes", choices(doctypes()));
        choices.put("roles", choices(roles()));
        return choices;
    }

    private List<String> doctypes() {
        List<String> all = names("SELECT name FROM {DocType} WHERE istable = 0 AND " + ACTIVE);
        all.removeAll(CLOSED_DOCTYPES);
        return all;
    }

    /** The roles that everybody has are for Administrator to give rights to. */
    private List<String> roles() {
        List<String> all = names("SELECT name FROM {Role} WHERE disabled = 0 AND " + ACTIVE);
        all.remove(Context.ADMINISTRATOR);
        if (!context.isAdministrator()) {
            all.removeAll(AUTOMATIC_ROLES);
            all.removeAll(names("SELECT role FROM {User Type} WHERE is_standard = 0"));
        }
        return all;
    }

    private List<String> names(String sql) {
        return new ArrayList<>(context.database().query(sql, List.of(), row -> row.getString(1)));
    }

    private static List<Map<String, Object>> choices(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                .map(Choices::choice)
                .toList();
    }

    private static Map<String, Object> choice(String name) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("label", name);
        choice.put("value", name);
        return choice;
    }
}
