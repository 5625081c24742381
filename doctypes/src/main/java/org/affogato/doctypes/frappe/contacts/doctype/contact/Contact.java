package org.affogato.doctypes.frappe.contacts.doctype.contact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.doctypes.frappe.contacts.DynamicLinks;
import org.affogato.doctypes.frappe.contacts.PartyLinks;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A person: the primary ones of the addresses and numbers stand in the Contact itself. */
public final class Contact implements DocumentController {
    @Override
    public String doctype() {
        return "Contact";
    }

    @Override
    public void autoname(Document contact, Context context) {
        String name = fullName(
                contact.text("first_name"),
                contact.text("middle_name"),
                contact.text("last_name"),
                contact.text("company_name"));
        List<Document> links = contact.rows("links");
        if (!links.isEmpty()) {
            name += "-" + links.getFirst().text("link_name").strip();
        }
        contact.set("name", DynamicLinks.freeName("Contact", name, context));
    }

    /** The names in a row; the company's where there are none. */
    static String fullName(String first, String middle, String last, String company) {
        String name = Stream.of(first, middle, last)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? company : name;
    }

    @Override
    public void validate(Document contact, Context context) {
        contact.set(
                "full_name",
                fullName(
                        contact.text("first_name"),
                        contact.text("middle_name"),
                        contact.text("last_name"),
                        contact.text("company_name")));
        contact.set("email_id", primary(contact, "email_ids", "is_primary", "email_id", "Email ID"));
        contact.set("phone", primary(contact, "phone_nos", "is_primary_phone", "phone", "Phone"));
        contact.set("mobile_no", primary(contact, "phone_nos", "is_primary_mobile_no", "phone", "Mobile No"));
        if (contact.text("user").isEmpty() && !contact.text("email_id").isEmpty()) {
            context.database()
                    .query(
                            "SELECT name FROM {User} WHERE email = ? LIMIT 1",
                            List.of(contact.text("email_id")),
                            row -> row.getString(1))
                    .forEach(user -> contact.set("user", user));
        }
        if (contact.check("sync_with_google_contacts")
                && contact.text("google_contacts").isEmpty()) {
            throw new ValidationError("Select the Google Contacts that the contact goes to");
        }
        DynamicLinks.settle(contact, context);
    }

    private static String primary(Document contact, String table, String flag, String field, String label) {
        List<String> chosen = contact.rows(table).stream()
                .filter(row -> row.check(flag))
                .map(row -> row.text(field).strip())
                .toList();
        if (chosen.size() > 1) {
            throw new ValidationError("Only one <strong>%s</strong> can be set as primary.".formatted(label));
        }
        return chosen.isEmpty() ? "" : chosen.getFirst();
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
