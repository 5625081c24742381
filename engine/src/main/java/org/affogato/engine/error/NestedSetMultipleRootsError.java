package org.affogato.engine.error;

/** A tree got a second root. */
public class NestedSetMultipleRootsError extends ValidationError {
    public NestedSetMultipleRootsError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.utils.nestedset";
    }
}
