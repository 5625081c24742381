package org.affogato.doctypes.ai_assistant.analytics;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Whose an event is: the caller's; a System Manager may name any user that exists. One look-up serves a whole batch. */
final class KnownUsers {
    private final Context context;
    private final boolean mayName;
    private final Map<String, String> names = new LinkedHashMap<>();

    private KnownUsers(Context context) {
        this.context = context;
        this.mayName = Roles.isSystemManager(context);
        add(context.user());
    }

    static KnownUsers among(Collection<?> events, Context context) {
        KnownUsers users = new KnownUsers(context);
        Set<String> named = new LinkedHashSet<>();
        for (Object event : events) {
            if (users.mayName && event instanceof Map<?, ?> map && map.get("user") instanceof String name) {
                named.add(name.strip());
            }
        }
        users.load(named);
        return users;
    }

    private void load(Set<String> named) {
        named.removeIf(name -> name.isEmpty() || names.containsKey(key(name)));
        if (named.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(named.size(), "?"));
        context.database()
                .query("SELECT name FROM {User} WHERE name IN (" + marks + ")", named.toArray())
                .forEach(row -> add(String.valueOf(row.get("name"))));
    }

    private void add(String name) {
        names.put(key(name), name);
    }

    /** The name of the user as it is stored. */
    String of(@Nullable String named) throws RefusedEvent {
        if (named == null) {
            return context.user();
        }
        String known = names.get(key(named));
        if (!mayName && !context.user().equals(known)) {
            throw new RefusedEvent("Only a System Manager may track events of another user");
        }
        if (known == null) {
            throw new RefusedEvent("The user " + named + " does not exist");
        }
        return known;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
