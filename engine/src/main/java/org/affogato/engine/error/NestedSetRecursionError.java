package org.affogato.engine.error;

/** A tree node was put below itself. */
public class NestedSetRecursionError extends ValidationError {
    public NestedSetRecursionError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.utils.nestedset";
    }
}
