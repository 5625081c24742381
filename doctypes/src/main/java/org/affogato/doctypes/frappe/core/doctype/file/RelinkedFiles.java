package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;

/**
 * Files that were attached while a form had no name yet get the document's name when it is first saved. Frappe:
 * {@code relink_mismatched_files}.
 */
public final class RelinkedFiles implements DocEventListener {
    private static final String TEMPORARY = "__temporary_name";

    @Override
    public String doctype() {
        return "*";
    }

    @Override
    public DocEvent event() {
        return DocEvent.AFTER_INSERT;
    }

    @Override
    public void on(Document document, Context context) {
        if (document.text(TEMPORARY).isEmpty()) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (DocField field : document.meta().columnFields()) {
            if (AttachFields.isAttach(field)
                    && !document.text(field.fieldname()).isEmpty()) {
                rows.add(List.of(
                        document.name(),
                        document.doctype(),
                        document.text(TEMPORARY),
                        field.fieldname(),
                        document.text(field.fieldname()),
                        context.user(),
                        context.now().minusHours(1)));
            }
        }
        context.database()
                .executeBatch(
                        "UPDATE {File} SET attached_to_name = ? WHERE attached_to_doctype = ? AND attached_to_name = ?"
                                + " AND attached_to_field = ? AND file_url = ? AND owner = ? AND creation > ?",
                        rows);
        document.remove(TEMPORARY);
    }
}
