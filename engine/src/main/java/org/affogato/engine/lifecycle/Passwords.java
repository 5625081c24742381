package org.affogato.engine.lifecycle;

import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;

/** Keeps secrets apart: the document holds as many asterisks as the secret has characters. */
final class Passwords {
    void save(Document document, Context context) {
        for (DocField field : document.meta().columnFields()) {
            if (field.fieldtype().equals("Password")) {
                save(document, field, context);
            }
        }
    }

    private static void save(Document document, DocField field, Context context) {
        String given = document.text(field.fieldname());
        if (given.isEmpty()) {
            if (!document.isNew()) {
                context.secrets().remove(document.doctype(), document.name(), field.fieldname());
            }
        } else if (!isDummy(given)) {
            context.secrets().store(document.doctype(), document.name(), field.fieldname(), given);
            document.set(field.fieldname(), "*".repeat(given.codePointCount(0, given.length())));
        }
    }

    private static boolean isDummy(String text) {
        return text.chars().allMatch(letter -> letter == '*');
    }
}
