package org.affogato.engine.fieldtype;

import org.affogato.engine.meta.DocField;

/** A barcode: SVG or the coded text; kept as it is. */
final class BarcodeField extends TextColumnField {
    BarcodeField() {
        super("Barcode", "longtext");
    }

    @Override
    public boolean isSanitized(DocField field) {
        return false;
    }
}
