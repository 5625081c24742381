package org.affogato.engine.lifecycle;

import org.affogato.engine.document.DocStatus;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.HtmlSanitizer;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.StandardFields;
import org.jspecify.annotations.Nullable;

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
            document.set(field.fieldname(), stored(field, document.get(field.fieldname())));
        }
    }

    private static @Nullable Object stored(DocField field, @Nullable Object given) {
        Object value = field.type().cast(field, given);
        return value == null ? field.type().whenNull(field) : value;
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
