package org.affogato.api.method.desk.list;

import org.affogato.engine.spi.Context;

/**
 * Who may list rows of tables in the desk without naming the parent that they are listed through: Administrator, since
 * Frappe asks {@code has_permission} there, which grants that user everything. {@code /api/resource} wants the parent of
 * everybody.
 */
public final class ChildRows {
    private ChildRows() {}

    public static boolean areOpen(Context context, String doctype) {
        return context.user().equals(Context.ADMINISTRATOR)
                && context.hasDoctype(doctype)
                && context.meta(doctype).isChild();
    }
}
