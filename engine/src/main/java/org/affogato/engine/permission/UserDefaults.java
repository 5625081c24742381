package org.affogato.engine.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.Context;

/** Default values that a user or the site has set by key, from {@code tabDefaultValue}; the user's win. */
public final class UserDefaults {
    private static final String SITE = "__default";

    private final AccessCache<Map<String, List<String>>> defaults =
            new AccessCache<>(20_000, List.of(AccessScope.ACCESS));

    /** The first value under the key. */
    public Optional<String> value(String key, String user, Context context) {
        return values(key, user, context).stream().findFirst();
    }

    /** All values under the key: the user's, else the site's. */
    public List<String> values(String key, String user, Context context) {
        List<String> own = of(user, context).getOrDefault(key, List.of());
        return own.isEmpty() ? of(SITE, context).getOrDefault(key, List.of()) : own;
    }

    /** A value set for the whole site. */
    public Optional<String> site(String key, Context context) {
        return of(SITE, context).getOrDefault(key, List.of()).stream().findFirst();
    }

    AccessCache<Map<String, List<String>>> cache() {
        return defaults;
    }

    private Map<String, List<String>> of(String parent, Context context) {
        return defaults.get(parent, context, () -> load(parent, context));
    }

    private static Map<String, List<String>> load(String parent, Context context) {
        Map<String, List<String>> loaded = new LinkedHashMap<>();
        context.database().stream(
                "SELECT `defkey`, `defvalue` FROM `tabDefaultValue` WHERE `parent` = ? ORDER BY `creation`",
                List.of(parent),
                row -> {
                    String value = row.getString(2);
                    if (value != null) {
                        loaded.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(value);
                    }
                });
        return loaded;
    }
}
