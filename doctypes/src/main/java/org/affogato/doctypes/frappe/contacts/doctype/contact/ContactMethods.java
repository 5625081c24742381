package org.affogato.doctypes.frappe.contacts.doctype.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.affogato.doctypes.frappe.contacts.DynamicLinks;
import org.affogato.doctypes.frappe.contacts.Found;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.contacts.doctype.contact.contact}, and who a mail can go to. */
public final class ContactMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.contacts.doctype.contact.contact.";

    /** What a form fills in of the Contact that was chosen. */
    @Whitelisted(MODULE + "get_contact_details")
    @Requires(right = "read", doctype = "Contact", nameArgument = "contact")
    public Map<String, @Nullable Object> getContactDetails(Context context, String contact) {
        Document found = context.documents().get("Contact", contact);
        context.permissions().hideUnreadable(found);
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("contact_person", found.name());
        details.put("contact_display", found.get("full_name"));
        details.put("contact_email", found.get("email_id"));
        details.put("contact_mobile", found.get("mobile_no"));
        details.put("contact_phone", found.get("phone"));
        details.put("contact_designation", found.get("designation"));
        details.put("contact_department", found.get("department"));
        return details;
    }

    /** Rows of a Link field: the Contacts of a document, with full name and company. */
    @Whitelisted(MODULE + "contact_query")
    @Requires(right = "read", doctype = "Contact")
    public List<List<@Nullable Object>> contactQuery(
            Context context,
            @Argument(otherwise = "") String txt,
            @Argument(otherwise = "name") String searchfield,
            @Argument(otherwise = "0") long start,
            @Argument(otherwise = "20") long pageLen,
            Map<String, @Nullable Object> filters) {
        if (!context.meta("Contact").isColumn(searchfield)) {
            return List.of();
        }
        List<Object> conditions = Found.filters(filters);
        conditions.add(List.of(searchfield, "like", "%" + txt + "%"));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(context.documents()
                .list(ListRequest.all("Contact", List.of("name", "full_name", "company_name", "idx"), conditions)
                        .orderedBy("full_name asc")
                        .asCaller()));
        String typed = txt.replace("%", "");
        rows.sort(Comparator.comparingInt((Map<String, @Nullable Object> row) -> Found.at(typed, row.get("full_name")))
                .thenComparing(Found::mostUsedFirst));
        return Found.page(
                rows,
                start,
                pageLen,
                row -> Arrays.asList(row.get("name"), row.get("full_name"), row.get("company_name")));
    }

    /** The Addresses of the documents, as far as the caller may read both. */
    @Whitelisted(MODULE + "address_query")
    @Requires(access = Access.ANY_USER)
    public List<String> addressQuery(Context context, List<?> links) {
        List<String> addresses = new ArrayList<>();
        if (!context.permissions().has(Right.READ, "Address")) {
            return addresses;
        }
        for (Object entry : links) {
            if (entry instanceof Map<?, ?> link
                    && mayRead(
                            context, String.valueOf(link.get("link_doctype")), String.valueOf(link.get("link_name")))) {
                List<Object> filters = DynamicLinks.filters(
                        String.valueOf(link.get("link_doctype")), String.valueOf(link.get("link_name")));
                context.documents()
                        .list(ListRequest.visible("Address", List.of("name"), filters))
                        .forEach(row -> addresses.add(String.valueOf(row.get("name"))));
            }
        }
        return addresses;
    }

    private static boolean mayRead(Context context, String doctype, String name) {
        return context.hasDoctype(doctype)
                && context.documents()
                        .find(doctype, name)
                        .filter(document -> context.permissions().has(Right.READ, document))
                        .isPresent();
    }

    /** Addresses that a mail can go to, by the names of people and companies. */
    @Whitelisted("frappe.email.get_contact_list")
    @Requires(right = "read", doctype = "Contact")
    public List<Map<String, @Nullable Object>> getContactList(
            Context context, @Argument(otherwise = "") String txt, @Argument(otherwise = "20") long pageLength) {
        List<String> names = List.of("first_name", "middle_name", "last_name", "company_name");
        String like = "%" + txt + "%";
        List<Object> any = new ArrayList<>();
        names.forEach(field -> any.add(List.of("Contact", field, "like", like)));
        any.add(List.of("Contact Email", "email_id", "like", like));
        List<Object> fields = new ArrayList<>(names);
        fields.add("`tabContact Email`.`email_id`");
        ListRequest request = ListRequest.visible(
                        "Contact", fields, List.of(List.of("Contact Email", "email_id", "is", "set")))
                .or(any)
                .limited(Math.max(pageLength, 1));
        return context.documents().list(request).stream()
                .map(ContactMethods::choice)
                .toList();
    }

    private static Map<String, @Nullable Object> choice(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> choice = new LinkedHashMap<>();
        choice.put("value", row.get("email_id"));
        choice.put("label", row.get("email_id"));
        choice.put(
                "description",
                Contact.fullName(
                        Found.text(row, "first_name"),
                        Found.text(row, "middle_name"),
                        Found.text(row, "last_name"),
                        Found.text(row, "company_name")));
        return choice;
    }

    /** Rows of a Link field: readable DocTypes that have a field such as the filters describe. */
    @Whitelisted("frappe.contacts.address_and_contact.filter_dynamic_link_doctypes")
    @Requires(access = Access.ANY_USER)
    public List<List<String>> filterDynamicLinkDoctypes(
            Context context, @Argument(otherwise = "") String txt, @Nullable Map<String, @Nullable Object> filters) {
        Map<String, @Nullable Object> given = filters == null ? new LinkedHashMap<>() : filters;
        TreeSet<String> doctypes = new TreeSet<>();
        add(context, ListRequest.all("DocField", List.of("parent as dt"), given), doctypes);
        add(context, ListRequest.all("Custom Field", List.of("dt"), given), doctypes);
        String typed = txt.toLowerCase(Locale.ROOT);
        return doctypes.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed))
                .filter(name ->
                        context.hasDoctype(name) && context.permissions().has(Right.READ, name))
                .map(List::of)
                .toList();
    }

    private static void add(Context context, ListRequest request, TreeSet<String> doctypes) {
        context.documents().list(request.distinct(true)).forEach(row -> doctypes.add(Found.text(row, "dt")));
    }
}
