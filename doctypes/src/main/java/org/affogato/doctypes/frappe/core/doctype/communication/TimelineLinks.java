package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** A mail also shows at the Contacts whose addresses are in it, and at what these belong to. */
final class TimelineLinks {
    private final Document message;
    private final Context context;

    TimelineLinks(Document message, Context context) {
        this.message = message;
        this.context = context;
    }

    void add() {
        Set<DocRef> links = new LinkedHashSet<>();
        List<Document> kept = new ArrayList<>();
        for (Document row : message.rows("timeline_links")) {
            if (links.add(new DocRef(row.text("link_doctype"), row.text("link_name")))) {
                kept.add(row);
            }
        }
        message.setRows("timeline_links", kept);
        for (DocRef place : found()) {
            if (links.add(place)) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("link_doctype", place.doctype());
                row.put("link_name", place.name());
                context.documents().append(message, "timeline_links", row);
            }
        }
    }

    private Set<DocRef> found() {
        List<Object> addresses = new ArrayList<>();
        List.of("sender", "recipients", "cc", "bcc")
                .forEach(field -> Addresses.of(message.text(field)).forEach(one -> addresses.add(one.address())));
        Set<DocRef> links = new LinkedHashSet<>();
        if (addresses.isEmpty()) {
            return links;
        }
        String marks = String.join(", ", Collections.nCopies(addresses.size(), "?"));
        context.database().stream(
                "SELECT e.parent, l.link_doctype, l.link_name FROM {Contact Email} e"
                        + " LEFT JOIN {Dynamic Link} l ON l.parenttype = 'Contact' AND l.parent = e.parent"
                        + " WHERE e.parenttype = 'Contact' AND e.email_id IN (" + marks + ")",
                addresses,
                row -> {
                    links.add(new DocRef("Contact", row.getString(1)));
                    if (row.getString(2) != null && row.getString(3) != null) {
                        links.add(new DocRef(row.getString(2), row.getString(3)));
                    }
                });
        return links;
    }
}
