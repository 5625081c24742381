package org.affogato.engine.install;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** Another arrangement of a DocType's fields, with a route of its own; it keeps to the fields that there are. */
public final class DocTypeLayoutController implements DocumentController {
    private static final String DOCTYPE = "DocType Layout";

    @Override
    public String doctype() {
        return DOCTYPE;
    }

    @Override
    public void validate(Document layout, Context context) {
        if (layout.text("route").isEmpty()) {
            layout.set("route", layout.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    /** Brings all layouts of a DocType in line with its fields. */
    static void syncAll(String doctype, Context context) {
        if (!context.hasDoctype(DOCTYPE)) {
            return;
        }
        for (String name : names(doctype, context)) {
            Document layout = context.documents().get(DOCTYPE, name);
            if (sync(layout, context.meta(doctype), context)) {
                context.documents().save(layout);
            }
        }
    }

    private static List<String> names(String doctype, Context context) {
        return context.database()
                .query(
                        "SELECT `name` FROM {DocType Layout} WHERE {DocType Layout.document_type} = ?",
                        List.of(doctype),
                        row -> row.getString(1));
    }

    private static boolean sync(Document layout, Meta meta, Context context) {
        List<Document> rows = layout.rows("fields");
        boolean changed = rows.removeIf(row -> !meta.has(row.text("fieldname")));
        for (DocField field : meta.fields()) {
            if (rows.stream().noneMatch(row -> row.text("fieldname").equals(field.fieldname()))) {
                context.documents()
                        .append(layout, "fields", Map.of("fieldname", field.fieldname(), "label", field.label()));
                changed = true;
            }
        }
        return changed;
    }
}
