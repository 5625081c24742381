package org.affogato.doctypes.frappe.contacts.doctype.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.doctypes.frappe.contacts.DynamicLinks;
import org.affogato.doctypes.frappe.contacts.PartyLinks;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

/** A place: called by its title and type; each document has at most one that is preferred. */
public final class Address implements DocumentController {
    @Override
    public String doctype() {
        return "Address";
    }

    @Override
    public void autoname(Document address, Context context) {
        List<Document> links = address.rows("links");
        if (address.text("address_title").isEmpty() && !links.isEmpty()) {
            address.set("address_title", links.getFirst().text("link_name"));
        }
        String title = address.text("address_title").strip();
        if (title.isEmpty()) {
            throw new ValidationError("Address Title is mandatory.");
        }
        String name = title + "-" + address.text("address_type").strip();
        address.set("name", DynamicLinks.freeName("Address", name, context));
    }

    @Override
    public void validate(Document address, Context context) {
        if (address.rows("links").isEmpty()) {
            linkAsOwner(address, context);
        }
        for (String flag : List.of("is_primary_address", "is_shipping_address")) {
            if (address.check(flag)) {
                address.rows("links").forEach(link -> giveUp(address, link, flag, context));
            }
        }
        DynamicLinks.settle(address, context);
    }

    /** An address without links belongs to what the Contact of its owner belongs to. */
    private static void linkAsOwner(Document address, Context context) {
        context.database()
                .query(
                        "SELECT l.link_doctype, l.link_name FROM {Dynamic Link} l"
                                + " WHERE l.parenttype = 'Contact' AND l.parent ="
                                + " (SELECT name FROM {Contact} WHERE email_id = ? ORDER BY modified DESC LIMIT 1)"
                                + " ORDER BY l.idx",
                        address.owner())
                .forEach(row -> {
                    Map<String, @Nullable Object> link = new LinkedHashMap<>(row);
                    context.documents().append(address, "links", link);
                });
    }

    /** Another address of the document is preferred no more. */
    private static void giveUp(Document address, Document link, String flag, Context context) {
        context.database()
                .execute(
                        "UPDATE {Address} a JOIN {Dynamic Link} l ON l.parent = a.name AND l.parenttype = 'Address'"
                                + " SET a." + flag + " = 0 WHERE l.link_doctype = ? AND l.link_name = ?"
                                + " AND a.name <> ?",
                        link.text("link_doctype"),
                        link.text("link_name"),
                        address.name());
    }

    @Override
    public boolean hasPermission(Document document, Right right, Context context) {
        return new PartyLinks(doctype(), context).allow(document, right);
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return new PartyLinks(doctype(), context).condition();
    }
}
