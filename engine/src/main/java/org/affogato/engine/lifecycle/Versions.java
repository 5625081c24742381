package org.affogato.engine.lifecycle;

import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Keeps a trail of changes where a DocType asks for it. Frappe: {@code save_version}. */
final class Versions {
    private static final String VERSION = "Version";

    void record(Document document, Context context) {
        if (!document.meta().is("track_changes")
                || document.doctype().equals(VERSION)
                || context.flags().ignoreVersion()
                || !context.hasDoctype(VERSION)) {
            return;
        }
        Document old = compared(document, context);
        Changes changes = old == null ? null : Changes.between(old, document);
        if (changes == null || changes.isEmpty()) {
            return;
        }
        Documents documents = context.with(context.flags().ignoringPermissions().ignoringLinks())
                .documents();
        documents.insert(documents.create(
                VERSION,
                Map.of("ref_doctype", document.doctype(), "docname", document.name(), "data", changes.asText())));
    }

    /** What was before; for an amendment the amended document. */
    private static @Nullable Document compared(Document document, Context context) {
        String amended = document.text("amended_from");
        if (document.before() != null || amended.isEmpty()) {
            return document.before();
        }
        return context.documents().find(document.doctype(), amended).orElse(null);
    }
}
