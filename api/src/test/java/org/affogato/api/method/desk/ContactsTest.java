package org.affogato.api.method.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People and places: how they are called, what they belong to, and who finds them. */
@QuarkusTest
class ContactsTest {
    private static final String CONTACT = "frappe.contacts.doctype.contact.contact.";
    private static final String ADDRESS = "frappe.contacts.doctype.address.address.";

    private DeskUser admin;

    @BeforeEach
    void open() {
        admin = DeskUser.administrator();
    }

    private static ExtractableResponse<Response> post(DeskUser user, String doctype, Map<String, ?> values) {
        return user.request()
                .contentType(ContentType.JSON)
                .body(values)
                .post("/api/resource/{doctype}", doctype)
                .then()
                .extract();
    }

    private static Map<String, Object> contact(String first, String user) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("first_name", first);
        values.put("last_name", "Miller");
        values.put("links", List.of(link(user), link(user)));
        values.put("email_ids", List.of(Map.of("email_id", mail(first), "is_primary", 1)));
        values.put("phone_nos", List.of(Map.of("phone", "+1 555 010", "is_primary_mobile_no", 1)));
        return values;
    }

    private static Map<String, Object> link(String user) {
        return Map.of("link_doctype", "User", "link_name", user);
    }

    private static String mail(String first) {
        return first.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    }

    private static Map<String, Object> address(String title, String user) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("address_title", title);
        values.put("address_type", "Billing");
        values.put("address_line1", "1 Long Street");
        values.put("city", "Rome");
        values.put("country", "Italy");
        values.put("links", List.of(link(user)));
        return values;
    }

    private static String linked(String user) {
        return "{\"link_doctype\": \"User\", \"link_name\": \"" + user + "\"}";
    }

    @Test
    void callsAContactByNameAndLink() {
        String user = DeskUser.with().name();
        String first = DeskUser.unique("Ann");

        ExtractableResponse<Response> one = post(admin, "Contact", contact(first, user));
        ExtractableResponse<Response> two = post(admin, "Contact", contact(first, user));

        String name = first + " Miller-" + user;
        assertThat(one.<String>path("data.name")).isEqualTo(name);
        assertThat(two.<String>path("data.name")).isEqualTo(name + "-1");
        assertThat(one.<String>path("data.full_name")).isEqualTo(first + " Miller");
        assertThat(one.<String>path("data.email_id")).isEqualTo(mail(first));
        assertThat(one.<String>path("data.mobile_no")).isEqualTo("+1 555 010");
        assertThat(one.<String>path("data.phone")).isEmpty();
        assertThat(one.<List<?>>path("data.links")).hasSize(1);
        assertThat(one.<String>path("data.links[0].link_title")).isEqualTo("Desk");
    }

    @Test
    void refusesTwoPrimaryAddresses() {
        Map<String, Object> values = contact(DeskUser.unique("Ann"), "Administrator");
        values.put(
                "email_ids",
                List.of(
                        Map.of("email_id", "a@example.com", "is_primary", 1),
                        Map.of("email_id", "b@example.com", "is_primary", 1)));

        ExtractableResponse<Response> answer = post(admin, "Contact", values);

        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.<String>path("exc_type")).isEqualTo("ValidationError");
    }

    @Test
    void findsTheContactsOfADocument() {
        String user = DeskUser.with().name();
        String first = DeskUser.unique("Bea");
        String name = admin.insert("Contact", contact(first, user));

        List<List<String>> rows = admin.post(
                        CONTACT + "contact_query",
                        Map.of(
                                "doctype",
                                "Contact",
                                "txt",
                                "bea",
                                "searchfield",
                                "name",
                                "start",
                                0,
                                "page_len",
                                10,
                                "filters",
                                linked(user)))
                .path("message");
        List<Map<String, Object>> mails =
                admin.get("frappe.email.get_contact_list", Map.of("txt", first)).path("message");
        ExtractableResponse<Response> details = admin.get(CONTACT + "get_contact_details", Map.of("contact", name));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().subList(0, 2)).containsExactly(name, first + " Miller");
        assertThat(mails)
                .containsExactly(Map.of("value", mail(first), "label", mail(first), "description", first + " Miller"));
        assertThat(details.<String>path("message.contact_display")).isEqualTo(first + " Miller");
        assertThat(details.<String>path("message.contact_mobile")).isEqualTo("+1 555 010");
        assertThat(DeskUser.with()
                        .get(CONTACT + "get_contact_details", Map.of("contact", name))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsOnePreferredAddressADocument() {
        String user = DeskUser.with().name();
        Map<String, Object> values = address(DeskUser.unique("Home"), user);
        values.put("is_primary_address", 1);
        String first = admin.insert("Address", values);
        Map<String, Object> more = address(DeskUser.unique("Work"), user);
        more.put("is_primary_address", 1);
        String second = admin.insert("Address", more);

        assertThat(first).endsWith("-Billing");
        assertThat(DeskUser.stored("Address", first, "is_primary_address")).isEqualTo(0);
        assertThat(admin.get(ADDRESS + "get_default_address", Map.of("doctype", "User", "name", user))
                        .<String>path("message"))
                .isEqualTo(second);
        assertThat(admin.post(CONTACT + "address_query", Map.of("links", "[" + linked(user) + "]"))
                        .<List<String>>path("message"))
                .containsExactlyInAnyOrder(first, second);
        List<List<String>> found = admin.post(
                        ADDRESS + "address_query",
                        Map.of(
                                "doctype",
                                "Address",
                                "txt",
                                "work",
                                "searchfield",
                                "name",
                                "start",
                                0,
                                "page_len",
                                10,
                                "filters",
                                linked(user)))
                .path("message");
        assertThat(found).containsExactly(List.of(second, "Rome", "Italy"));
    }

    @Test
    void showsAddressesToThoseWhoMayReadThem() {
        DeskUser alice = DeskUser.with();
        admin.insert("Address", address(DeskUser.unique("Home"), alice.name()));

        assertThat(alice.get(ADDRESS + "get_default_address", Map.of("doctype", "User", "name", alice.name()))
                        .<Object>path("message"))
                .isNull();
        assertThat(alice.post(CONTACT + "address_query", Map.of("links", "[" + linked(alice.name()) + "]"))
                        .<List<?>>path("message"))
                .isEmpty();
    }

    @Test
    void wantsATitleForAnAddress() {
        Map<String, Object> values = address("", "Administrator");
        values.remove("address_title");
        values.remove("links");

        assertThat(post(admin, "Address", values).statusCode()).isEqualTo(417);
    }

    @Test
    void offersDocTypesThatHaveAField() {
        List<List<String>> found = admin.post(
                        "frappe.contacts.address_and_contact.filter_dynamic_link_doctypes",
                        Map.of(
                                "doctype", "DocType",
                                "txt", "todo",
                                "searchfield", "name",
                                "start", 0,
                                "page_len", 10,
                                "filters", "{\"fieldname\": \"allocated_to\"}"))
                .path("message");

        assertThat(found).containsExactly(List.of("ToDo"));
        assertThat(DeskUser.with()
                        .post(
                                "frappe.contacts.address_and_contact.filter_dynamic_link_doctypes",
                                Map.of("txt", "Role Profile", "filters", "{\"fieldname\": \"role_profile\"}"))
                        .<List<?>>path("message"))
                .isEmpty();
    }

    @Test
    void fillsTheAddressesOfAnEventsParticipants() {
        String first = DeskUser.unique("Cid");
        String name = admin.insert("Contact", contact(first, DeskUser.with().name()));

        ExtractableResponse<Response> event = post(
                admin,
                "Event",
                Map.of(
                        "subject",
                        "Tea",
                        "starts_on",
                        "2032-01-01 10:00:00",
                        "event_participants",
                        List.of(Map.of("reference_doctype", "Contact", "reference_docname", name))));

        assertThat(event.<String>path("data.event_participants[0].email")).isEqualTo(mail(first));
        List<Map<String, Object>> messages = messages(event.path("data.name"));
        assertThat(messages).containsExactly(Map.of("subject", "Tea", "communication_medium", "Event"));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("event", Map.of("doctype", "Event", "name", event.<String>path("data.name")));
        arguments.put("reference_doctype", "Event Participants");
        arguments.put("reference_docname", event.<String>path("data.event_participants[0].name"));
        assertThat(admin.post("frappe.desk.doctype.event.event.delete_communication", arguments)
                        .<List<?>>path("message"))
                .hasSize(1);
        assertThat(messages(event.path("data.name"))).isEmpty();
    }

    private List<Map<String, Object>> messages(String event) {
        return admin.get(
                        "frappe.client.get_list",
                        Map.of(
                                "doctype",
                                "Communication",
                                "fields",
                                "[\"subject\", \"communication_medium\"]",
                                "filters",
                                "{\"reference_doctype\": \"Event\", \"reference_name\": \"" + event + "\"}"))
                .path("message");
    }
}
