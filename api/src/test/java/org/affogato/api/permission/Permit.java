package org.affogato.api.permission;

import org.jspecify.annotations.Nullable;

/**
 * A User Permission.
 *
 * @param onlyFor the DocType that it is applicable for; null for all
 */
record Permit(String allow, String value, @Nullable String onlyFor, boolean isDefault, boolean hidesDescendants) {
    Permit onlyFor(String doctype) {
        return new Permit(allow, value, doctype, isDefault, hidesDescendants);
    }

    Permit to(String doctype, String name) {
        return new Permit(doctype, name, onlyFor, isDefault, hidesDescendants);
    }
}
