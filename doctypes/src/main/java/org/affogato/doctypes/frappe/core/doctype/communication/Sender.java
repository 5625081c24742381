package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.doctypes.frappe.core.doctype.communication.Addresses.Address;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Finds out how the sender of a message is called; the address stands alone then. */
final class Sender {
    private final Document message;
    private final Context context;

    Sender(Document message, Context context) {
        this.message = message;
        this.context = context;
    }

    void settle() {
        String sender = message.text("sender");
        if (sender.isEmpty() || !message.text("sender_full_name").isEmpty()) {
            return;
        }
        if (sender.equals(Context.ADMINISTRATOR)) {
            message.set("sender_full_name", userValue(sender, "full_name"));
            message.set("sender", userValue(sender, "email"));
            return;
        }
        if (sender.equals(Context.GUEST)) {
            message.set("sender_full_name", sender).set("sender", null);
            return;
        }
        if (message.text("sent_or_received").equals("Sent")) {
            Addresses.check(sender);
        }
        Address address = Addresses.one(sender);
        message.set("sender", address.address());
        message.set("sender_full_name", name(address));
    }

    private String name(Address address) {
        return Stream.of(
                        address.name().equals(address.address()) ? "" : address.name(),
                        userValue(address.address(), "full_name"),
                        contact(address.address()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(address.address());
    }

    private String userValue(String user, String field) {
        Object value = context.documents().value("User", user, field);
        return value == null ? "" : value.toString();
    }

    private String contact(String address) {
        List<Map<String, @Nullable Object>> found = context.database()
                .query("SELECT first_name, last_name FROM {Contact} WHERE email_id = ? LIMIT 1", address);
        return found.stream()
                .flatMap(row -> row.values().stream())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
