package org.affogato.doctypes.frappe.desk.doctype.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.event.event}. */
public final class EventMethods implements WhitelistedMethods {
    /**
     * Deletes the messages by which a participant's timeline shows an event: those that the caller may see, and delete.
     *
     * @param referenceDoctype the DocType of the row of participants, {@code referenceDocname} its name
     * @return an empty answer for each deleted one
     */
    @Whitelisted("frappe.desk.doctype.event.event.delete_communication")
    @Requires(access = Access.ANY_USER)
    public Object deleteCommunication(
            Context context, Map<String, @Nullable Object> event, String referenceDoctype, String referenceDocname) {
        Document participant = context.documents().get(referenceDoctype, referenceDocname);
        List<List<Object>> filters = List.of(
                List.of("Communication", "reference_doctype", "=", String.valueOf(event.get("doctype"))),
                List.of("Communication", "reference_name", "=", String.valueOf(event.get("name"))),
                List.of("Communication Link", "link_doctype", "=", participant.text("reference_doctype")),
                List.of("Communication Link", "link_name", "=", participant.text("reference_docname")));
        List<@Nullable Object> deleted = new ArrayList<>();
        context.documents()
                .list(ListRequest.visible("Communication", List.of("name"), filters))
                .forEach(row -> {
                    context.documents().delete("Communication", String.valueOf(row.get("name")));
                    deleted.add(null);
                });
        return deleted.isEmpty() ? new LinkedHashMap<>() : deleted;
    }
}
