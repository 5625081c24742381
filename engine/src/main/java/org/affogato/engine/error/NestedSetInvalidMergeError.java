package org.affogato.engine.error;

/** Tree nodes of different kinds cannot be merged. */
public class NestedSetInvalidMergeError extends ValidationError {
    public NestedSetInvalidMergeError(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.utils.nestedset";
    }
}
