package org.affogato.doctypes.frappe.desk.doctype.global_search_settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** The DocTypes that are searched, the most wanted first; none of the core's, each once. */
public final class GlobalSearchSettings implements DocumentController, WhitelistedMethods {
    private static final String NAME = "Global Search Settings";
    private static final String ROWS = "allowed_in_global_search";
    private static final List<String> STANDARD = List.of(
            "Contact",
            "Address",
            "ToDo",
            "Note",
            "Event",
            "Blog Post",
            "Dashboard",
            "Country",
            "Currency",
            "Newsletter",
            "Letter Head",
            "Workflow",
            "Web Page",
            "Web Form");

    @Override
    public String doctype() {
        return NAME;
    }

    @Override
    public void validate(Document settings, Context context) {
        Set<String> seen = new HashSet<>();
        for (Document row : settings.rows(ROWS)) {
            String doctype = row.text("document_type");
            if (context.meta(doctype).module().equals("Core")) {
                throw new ValidationError("Core Modules %s cannot be searched in Global Search.".formatted(doctype));
            }
            if (!seen.add(doctype)) {
                throw new ValidationError("Document Type %s has been repeated.".formatted(doctype));
            }
        }
    }

    /** Puts the DocTypes in that a site begins with. */
    @Whitelisted(
            "frappe.desk.doctype.global_search_settings.global_search_settings.reset_global_search_settings_doctypes")
    @Requires(right = "write", doctype = NAME)
    public void reset(Context context) {
        Document settings = context.documents().get(NAME, NAME);
        settings.setRows(ROWS, List.of());
        STANDARD.stream()
                .filter(context::hasDoctype)
                .forEach(doctype -> context.documents().append(settings, ROWS, Map.of("document_type", doctype)));
        context.documents().save(settings);
    }

    /** Does so where nobody said anything yet. */
    public void begin(Context context) {
        String any = "SELECT 1 FROM {Global Search DocType} WHERE parent = ? LIMIT 1";
        if (context.database().query(any, NAME).isEmpty()) {
            reset(context);
        }
    }
}
