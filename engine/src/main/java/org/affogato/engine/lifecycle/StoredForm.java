package org.affogato.engine.lifecycle;

import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.StandardFields;
import org.jspecify.annotations.Nullable;

/** Brings a document's values into the form that is stored. Frappe: {@code get_valid_dict}, {@code _sanitize_content}. */
final class StoredForm {
    private static final Set<String> NEVER_NULL = Set.of("Check", "Int", "Float", "Currency", "Percent", "Rating");
    private static final Set<String> MOMENTS = Set.of("Date", "Datetime", "Time");

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
        Object value = given == null ? null : field.type().cast(field, given);
        boolean blank = value instanceof String text && text.isBlank();
        if (blank && (field.unique() || MOMENTS.contains(field.fieldtype()))) {
            value = null;
        }
        return value == null ? whereEmpty(field) : value;
    }

    private static @Nullable Object whereEmpty(DocField field) {
        if (NEVER_NULL.contains(field.fieldtype())) {
            return field.type().cast(field, 0L);
        }
        if (!field.is("not_nullable")) {
            return null;
        }
        return field.type().cast(field, field.defaultValue() == null ? "" : field.defaultValue());
    }

    /** Markup in text is cleaned, unless the field says otherwise or the document is past editing. */
    void sanitise(Document document, Document parent) {}
}
