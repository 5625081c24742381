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
            document.cast(field.fieldname(), field.type().stored(field, value));
        }
    }

    /** Markup in text is cleaned, unless the field says otherwise or the document is past editing. */
    void sanitise(Document document) {
        for (DocField field : document.meta().columnFields()) {
            boolean open = document.meta().isSingle()
                    || document.docstatus() == DocStatus.DRAFT
                    || document.docstatus() == DocStatus.SUBMITTED && field.is("allow_on_submit");
            if (open && field.type().isSanitized(field)) {
                sanitise(document, field.fieldname());
            }
        }
    }

    private static void sanitise(Document document, String fieldname) {
        if (document.get(fieldname) instanceof String text) {
            String clean = HtmlSanitizer.sanitize(text);
            if (!clean.equals(text)) {
                document.set(fieldname, clean);
            }
        }
    }
}
