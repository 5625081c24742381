package org.affogato.engine.error;

/** A tree node with children cannot go. */
public class NestedSetChildExistsError extends ValidationError {
    public NestedSetChildExistsError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.utils.nestedset";
    }
}
