package org.affogato.engine.naming;

import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The name of an amendment: the amended document's with a number behind, counted up with each further one. */
final class AmendedName {
    private AmendedName() {}

    /** Empty where the document amends nothing, or the site names amendments like any other document. */
    static Optional<String> of(Document document, Context context) {
        String from = document.text("amended_from");
        if (from.isEmpty() || !document.meta().has("amended_from") || isNamedAsOthers(document, context)) {
            return Optional.empty();
        }
        Object first = context.documents().value(document.doctype(), from, "amended_from");
        int dash = from.lastIndexOf('-');
        if (first == null || first.toString().isEmpty() || dash < 0) {
            return Optional.of(from + "-1");
        }
        String number = from.substring(dash + 1);
        long next = number.matches("\\d{1,18}") ? Long.parseLong(number) + 1 : 1;
        return Optional.of(from.substring(0, dash) + "-" + next);
    }

    private static boolean isNamedAsOthers(Document document, Context context) {
        Object rule = ruleOf(document.doctype(), context);
        if (rule == null && context.hasDoctype("Document Naming Settings")) {
            rule = context.documents().single("Document Naming Settings", "default_amend_naming");
        }
        return "Default Naming".equals(rule);
    }

    private static @Nullable Object ruleOf(String doctype, Context context) {
        if (!context.hasDoctype("Amended Document Naming Settings")) {
            return null;
        }
        return context
                .database()
                .query(
                        "SELECT `action` FROM `tabAmended Document Naming Settings` WHERE `document_type` = ? LIMIT 1",
                        doctype)
                .stream()
                .map(row -> row.get("action"))
                .findFirst()
                .orElse(null);
    }
}
