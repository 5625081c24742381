package org.affogato.api.method.desk.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * A document as a form holds it. New ones bear a made-up name there ({@code new-note-1}), which is taken off before the
 * save and told back as {@code localname}, so that the form finds its document again.
 */
final class FormDocument {
    private final Map<String, @Nullable Object> values;
    private final boolean local;

    FormDocument(Map<String, @Nullable Object> values) {
        this.values = new LinkedHashMap<>(values);
        this.local = isOn(values.get("__islocal"));
    }

    Document document(Context context) {
        Object doctype = values.get("doctype");
        if (doctype == null) {
            throw new ValidationError("The document does not say its doctype");
        }
        Document document = context.documents().create(doctype.toString(), values);
        document.markNew(local || document.name().isEmpty());
        takeLocalNames(document);
        Object wanted = values.get("__newname");
        if (isOn(wanted)) {
            document.set("name", wanted);
        }
        return document;
    }

    private void takeLocalNames(Document document) {
        if (local) {
            values.put("localname", values.get("name"));
            document.set("name", null);
        }
        document.allRows().stream().filter(row -> local || row.isNew()).forEach(row -> row.set("name", null));
    }

    /** What goes out beside the document. */
    Map<String, @Nullable Object> more() {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        if (values.get("localname") != null) {
            more.put("localname", values.get("localname"));
        }
        return more;
    }

    private static boolean isOn(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(0L) && !value.equals(0) && !value.equals(false);
    }
}
