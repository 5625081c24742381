package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** The URL of an attached file; kept as it is. */
final class AttachField extends TextColumnField {
    AttachField() {
        super("Attach", "text");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return false;
    }
}
