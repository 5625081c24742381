package org.affogato.engine.meta;

import org.jspecify.annotations.Nullable;

/**
 * The column of a field as Frappe makes it.
 *
 * @param type SQL type as MariaDB shows it: {@code varchar(140)}, {@code int(11)}, {@code datetime(6)}, {@code longtext}
 * @param nullable whether NULL is allowed
 * @param defaultValue the literal default (unquoted), or null for none
 */
public record Column(
        String type, boolean nullable, @Nullable String defaultValue) {
    public static Column of(String type) {
        return new Column(type, true, null);
    }

    public static Column notNull(String type, String defaultValue) {
        return new Column(type, false, defaultValue);
    }

    public Column withDefault(@Nullable String value) {
        return new Column(type, nullable, value);
    }
}
