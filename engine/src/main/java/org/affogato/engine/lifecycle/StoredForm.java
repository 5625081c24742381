package org.affogato.engine.lifecycle;

import java.util.Objects;
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

    void sanitise(Saving saving) {
        sanitise(saving.document(), saving);
        saving.document().allRows().forEach(row -> sanitise(row, saving));
    }

    /**
     * Cleans the markup in a text, unless its field says otherwise. Past the draft only what differs from the stored text
     * is cleaned: the rest stays as it was submitted. Frappe goes by the docstatus that is sent along, and so
     * lets through what comes in one save with it.
     *
     * @param document the document that is saved, or one of its rows
     */
    void sanitise(Document document, Saving saving) {
        for (DocField field : document.meta().columnFields()) {
            if (field.type().isSanitized(field) && document.get(field.fieldname()) instanceof String text) {
                String clean = HtmlSanitizer.sanitize(text);
                if (!clean.equals(text) && (saving.isEditing() || isChanged(document, field.fieldname(), saving))) {
                    document.set(field.fieldname(), clean);
                }
            }
        }
    }

    private static boolean isChanged(Document document, String fieldname, Saving saving) {
        Document before = saving.before(document);
        return before == null || !Objects.equals(document.get(fieldname), before.get(fieldname));
    }
}
