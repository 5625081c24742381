package org.affogato.doctypes.frappe.core.doctype.document_naming_rule;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** Names documents of one DocType that meet its conditions; the naming itself is the engine's. */
public final class DocumentNamingRule implements DocumentController {
    @Override
    public String doctype() {
        return "Document Naming Rule";
    }

    /** Conditions are looked at when the DocType is chosen: what was there before stays, as in the reference. */
    @Override
    public void validate(Document rule, Context context) {
        if (!rule.hasChanged("document_type")) {
            return;
        }
        Meta meta = context.meta(rule.text("document_type"));
        for (Document condition : rule.rows("conditions")) {
            if (meta.field(condition.text("field")) == null) {
                throw new ValidationError(
                        "%s has no field %s for a condition".formatted(meta.name(), condition.text("field")));
            }
        }
    }
}
