package org.affogato.engine.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** A compiled definition as a DocType document, so that the rules of definitions can judge a customised form. */
final class EffectiveForm {
    private EffectiveForm() {}

    static Document of(Meta meta, Context context) {
        Document form = Document.stored(
                context.meta("DocType"), new LinkedHashMap<>(meta.attributes().asMap()));
        List<Document> fields = new ArrayList<>();
        for (DocField field : meta.fields()) {
            fields.add(row("DocField", field.attributes(), context));
        }
        form.setRows("fields", fields);
        form.setRows(
                "links",
                meta.part("links").stream()
                        .map(link -> row("DocType Link", link, context))
                        .toList());
        return form;
    }

    private static Document row(String doctype, Attributes attributes, Context context) {
        return Document.stored(context.meta(doctype), new LinkedHashMap<>(attributes.asMap()));
    }
}
