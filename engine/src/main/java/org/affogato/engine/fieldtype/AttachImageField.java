package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** The URL of an attached image; kept as it is. */
final class AttachImageField extends TextColumnField {
    AttachImageField() {
        super("Attach Image", "text");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return false;
    }
}
