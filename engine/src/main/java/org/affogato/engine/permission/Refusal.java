package org.affogato.engine.permission;

import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;

/** What a user is told who lacks a right; the name of a document only where the user may know the DocType. */
final class Refusal {
    private Refusal() {}

    static String of(String doctype, Right right, Context context) {
        return context.user() + " has no role that gives the right to " + right.fieldname() + " " + doctype;
    }

    static String of(Document document, Right right, Context context) {
        String refused = context.user() + " may not " + right.fieldname() + " this document";
        boolean known = context.permissions().has(Right.READ, document.doctype());
        return known ? refused + ": " + document.doctype() + " " + document.name() : refused;
    }
}
