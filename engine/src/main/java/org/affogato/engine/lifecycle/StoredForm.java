package org.affogato.engine.lifecycle;

import org.affogato.engine.document.DocStatus;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.HtmlSanitizer;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.StandardFields;

/** Brings a document's values into the form that is stored. Frappe: {@code get_valid_dict}, {@code _sanitize_content}. */
final class StoredForm {
    void clearOptional(Document document) {
        StandardFields.OPTIONAL.forEach(document::remove);
    }

    /** Numbers are never null, an empty date is null, and so is an empty unique value. */
    void complete(Document document) {
        if (document.get("idx") == null) {
            document.set("idx", 0L);
        }
        for (DocField field : document.meta().columnFields()) {
            Object value = field.type().cast(field, document.get(field.fieldname()));
            Object given = value == null && isRated(field, document) ? (Object) 0L : value;
            document.set(field.fieldname(), field.type().stored(field, given));
        }
    }

    /** A Rating left out counts as none given, but for rows. */
    private static boolean isRated(DocField field, Document document) {
        return field.fieldtype().equals("Rating") && !document.meta().isChild();
    }

    /** Markup in text is cleaned, unless the field says otherwise or the document is past editing. */
    void sanitise(Document document) {
        for (DocField field : document.meta().columnFields()) {
            boolean open = document.docstatus() == DocStatus.DRAFT
                    || document.docstatus() == DocStatus.SUBMITTED && field.is("allow_on_submit");
            if (open
                    && document.get(field.fieldname()) instanceof String text
                    && field.type().isSanitized(field)) {
                document.set(field.fieldname(), HtmlSanitizer.sanitize(text));
            }
        }
    }
}
