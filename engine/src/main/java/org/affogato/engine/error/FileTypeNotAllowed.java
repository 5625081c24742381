package org.affogato.engine.error;

/** The site takes no files of this type. */
public class FileTypeNotAllowed extends ValidationError {
    public FileTypeNotAllowed(String message) {
        super(message);
    }

    @Override
    public String module() {
        return "frappe.core.doctype.file.exceptions";
    }
}
