package org.affogato.doctypes.frappe.core.doctype.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** The Contact that shows a user to those who look for people. Frappe: {@code create_contact}. */
final class UserContact {
    private static final String DOCTYPE = "Contact";
    private static final List<String> SHARED =
            List.of("email", "first_name", "last_name", "gender", "phone", "mobile_no");

    private final Context context;

    UserContact(Context context) {
        this.context = context.with(context.flags().ignoringPermissions().ignoringMandatory());
    }

    /** Makes the Contact of the user's address, or brings it in line, after a change of what both have. */
    void follow(Document user) {
        if (user.before() != null && SHARED.stream().noneMatch(user::hasChanged)) {
            return;
        }
        Optional<Document> known = find(user.text("email"));
        if (known.isPresent()) {
            take(user, known.get());
            context.documents().save(known.get());
        } else {
            Document fresh = fresh(user);
            take(user, fresh);
            context.documents().insert(fresh);
        }
    }

    private Optional<Document> find(String email) {
        return context
                .database()
                .query(
                        "SELECT parent FROM {Contact Email} WHERE email_id = ? AND parenttype = 'Contact' LIMIT 1",
                        List.of(email),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .flatMap(name -> context.documents().find(DOCTYPE, name));
    }

    private Document fresh(Document user) {
        Document contact = context.documents().createWithDefaults(DOCTYPE, Map.of("user", user.name()));
        context.documents().append(contact, "email_ids", Map.of("email_id", user.text("email"), "is_primary", 1L));
        return contact;
    }

    private void take(Document user, Document contact) {
        for (String field : List.of("first_name", "last_name", "gender")) {
            contact.set(field, user.text(field));
        }
        addNumber(contact, user.text("phone"), "is_primary_phone");
        addNumber(contact, user.text("mobile_no"), "is_primary_mobile_no");
    }

    /** A number that is new to the Contact is the primary one where there is none. */
    private void addNumber(Document contact, String number, String primary) {
        List<Document> rows = contact.rows("phone_nos");
        if (number.isEmpty() || rows.stream().anyMatch(row -> row.text("phone").equals(number))) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("phone", number);
        values.put(primary, rows.stream().anyMatch(row -> row.check(primary)) ? 0L : 1L);
        context.documents().append(contact, "phone_nos", values);
    }
}
