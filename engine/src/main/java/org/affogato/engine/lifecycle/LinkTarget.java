package org.affogato.engine.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a link points at.
 *
 * @param values its name and what is fetched from it; empty where there is no such document
 */
record LinkTarget(String doctype, Map<String, @Nullable Object> values) {
    @Nullable
    Object name() {
        return values.get("name");
    }

    @Nullable
    Object value(String fieldname) {
        return values.get(fieldname);
    }

    boolean isCancelled() {
        return values.get("docstatus") instanceof Number status && status.longValue() == 2;
    }
}
