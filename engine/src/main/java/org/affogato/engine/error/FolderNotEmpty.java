package org.affogato.engine.error;

/** A folder that still holds files cannot go. */
public class FolderNotEmpty extends ValidationError {
    public FolderNotEmpty(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.file.exceptions";
    }
}
