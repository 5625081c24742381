package org.affogato.doctypes.frappe.core.doctype.file;

import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.App.DocEventListener;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;

/** Pictures that were pasted into a Text Editor field become files. Frappe: {@code extract_images_from_doc}. */
public final class InlineImages implements DocEventListener {
    @Override
    public String doctype() {
        return "*";
    }

    @Override
    public DocEvent event() {
        return DocEvent.VALIDATE;
    }

    @Override
    public void on(Document document, Context context) {
        if (document.doctype().equals("DocType") || context.flags().inMigrate()) {
            return;
        }
        DataImages images = new DataImages(document, false, context);
        extract(document, images);
        document.allRows().forEach(row -> extract(row, images));
    }

    private static void extract(Document holder, DataImages images) {
        for (DocField field : holder.meta().columnFields()) {
            if (field.fieldtype().equals("Text Editor")) {
                String text = holder.text(field.fieldname());
                String extracted = images.extracted(text);
                if (!extracted.equals(text)) {
                    holder.set(field.fieldname(), extracted);
                }
            }
        }
    }
}
