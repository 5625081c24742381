package org.affogato.doctypes.frappe.core.doctype.communication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.communication.email}. */
public final class CommunicationMethods implements WhitelistedMethods {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Arguments that are fields of the Communication under the same name. */
    private static final List<String> TEXTS = List.of(
            "subject",
            "content",
            "sender_full_name",
            "communication_medium",
            "sent_or_received",
            "email_template",
            "communication_type",
            "send_after");

    /**
     * Writes a message down at its document, and sends it by mail where the caller says so. About a document it needs
     * the right to mail it. Answers the message's {@code name} and the addresses it was not sent to.
     */
    @Whitelisted("frappe.core.doctype.communication.email.make")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> make(Context context, Arguments arguments) {
        Map<String, @Nullable Object> given = arguments.values();
        checkPlace(context, text(given, "doctype"), text(given, "name"));
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        Document message = documents.insert(documents.createWithDefaults("Communication", values(context, given)));
        new Attachments(context, message).add(parsed(given.get("attachments")));
        Recipients recipients = new Recipients(context, message);
        if (isOn(given.get("send_email"))) {
            recipients.send();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", message.name());
        answer.put("emails_not_sent_to", String.join(", ", recipients.leftOut()));
        return answer;
    }

    private static void checkPlace(Context context, String doctype, String name) {
        if (doctype.isEmpty() || name.isEmpty()) {
            if (!context.roles().contains("Desk User") && !context.isAdministrator()) {
                throw new PermissionError("Messages about nothing are written by users of the desk");
            }
            return;
        }
        if (!context.permissions().has(Right.EMAIL, context.documents().get(doctype, name))) {
            throw new PermissionError("You may not send mails about " + doctype + " " + name).shown(Notice.NONE);
        }
    }

    private static Map<String, @Nullable Object> values(Context context, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        TEXTS.stream().filter(given::containsKey).forEach(field -> values.put(field, given.get(field)));
        values.putIfAbsent("communication_medium", "Email");
        values.putIfAbsent("sent_or_received", "Sent");
        List.of("recipients", "cc", "bcc").forEach(field -> values.put(field, joined(given.get(field))));
        String sender = text(given, "sender");
        values.put("sender", sender.isEmpty() ? formatted(context) : sender);
        values.put("reference_doctype", given.get("doctype"));
        values.put("reference_name", given.get("name"));
        values.put("read_receipt", isOn(given.get("read_receipt")) ? 1L : 0L);
        values.put("has_attachment", parsed(given.get("attachments")).isEmpty() ? 0L : 1L);
        values.put("message_id", UUID.randomUUID() + "@" + context.site());
        return values;
    }

    private static String formatted(Context context) {
        Map<String, @Nullable Object> user = context.documents()
                .values("User", context.user(), List.of("full_name", "email"))
                .orElse(Map.of());
        Object address = user.get("email") == null ? context.user() : user.get("email");
        return user.get("full_name") == null ? String.valueOf(address) : user.get("full_name") + " <" + address + ">";
    }

    private static @Nullable Object joined(@Nullable Object addresses) {
        if (addresses instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return addresses == null || addresses.equals("") ? null : addresses;
    }

    private static List<?> parsed(@Nullable Object list) {
        if (list instanceof List<?> given) {
            return given;
        }
        if (list == null || list.equals("")) {
            return List.of();
        }
        try {
            return JSON.readValue(list.toString(), List.class);
        } catch (JsonProcessingException noList) {
            throw new ValidationError("The attachments must be a list");
        }
    }

    private static String text(Map<String, @Nullable Object> given, String key) {
        Object value = given.get(key);
        return value == null ? "" : value.toString();
    }

    private static boolean isOn(@Nullable Object flag) {
        return flag != null && List.of("1", "true").contains(flag.toString().toLowerCase(Locale.ROOT));
    }
}
