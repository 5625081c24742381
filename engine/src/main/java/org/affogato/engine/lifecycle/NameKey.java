package org.affogato.engine.lifecycle;

import java.util.Locale;

/** Names that the database holds for the same have the same key. */
final class NameKey {
    private NameKey() {}

    static String of(String name) {
        return name.stripTrailing().toLowerCase(Locale.ROOT);
    }
}
