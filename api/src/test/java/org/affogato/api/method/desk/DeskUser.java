package org.affogato.api.method.desk;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who is signed in and calls methods as the desk does. */
public final class DeskUser {
    private static final String PASSWORD = "Quiet-Harbour-42";

    private final String name;
    private final String sid;

    private DeskUser(String name, String password) {
        this.name = name;
        this.sid = given().formParam("usr", name)
                .formParam("pwd", password)
                .post("/api/method/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sid");
    }

    public static DeskUser administrator() {
        return new DeskUser("Administrator", "admin");
    }

    /** A new user with these roles, of whose name none is asked before. */
    public static DeskUser with(String... roles) {
        String email = unique("desk").replace(' ', '-') + "@example.com";
        administrator()
                .insert(
                        "User",
                        Map.of(
                                "email",
                                email,
                                "first_name",
                                "Desk",
                                "send_welcome_email",
                                0,
                                "new_password",
                                PASSWORD,
                                "roles",
                                List.of(roles).stream()
                                        .map(role -> Map.of("role", role))
                                        .toList()));
        return new DeskUser(email, PASSWORD);
    }

    /** A new user of the desk without further rights. */
    public static DeskUser ofTheDesk() {
        String role = unique("Desk Member");
        administrator().insert("Role", Map.of("role_name", role, "desk_access", 1));
        return with(role);
    }

    /** A name that no other call gives. */
    public static String unique(String start) {
        return start + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    public String name() {
        return name;
    }

    /** A call of this user's, still to be written. */
    public RequestSpecification request() {
        return given().cookie("sid", sid);
    }

    /** Makes a custom DocType named by its title, with the given rights beside those of System Manager. */
    public String doctype(Map<String, ?> properties, List<Map<String, ?>> fields) {
        String doctype = unique("Desk Paper");
        LinkedHashMap<String, Object> values = new LinkedHashMap<>(properties);
        List<Map<String, ?>> all =
                new ArrayList<>(List.of(Map.of("fieldname", "title", "fieldtype", "Data", "label", "Title")));
        all.addAll(fields);
        values.put("name", doctype);
        values.put("module", "Custom");
        values.put("custom", 1);
        values.put("autoname", "field:title");
        values.put("fields", all);
        values.putIfAbsent("permissions", List.of(Map.of("role", "System Manager")));
        insert("DocType", values);
        return doctype;
    }

    /** The name of a new document. */
    public String insert(String doctype, Map<String, ?> values) {
        return String.valueOf((Object) request()
                .contentType(ContentType.JSON)
                .body(values)
                .post("/api/resource/{doctype}", doctype)
                .then()
                .statusCode(200)
                .extract()
                .path("data.name"));
    }

    public ExtractableResponse<Response> get(String method, Map<String, ?> arguments) {
        return request()
                .queryParams(arguments)
                .get("/api/method/{method}", method)
                .then()
                .extract();
    }

    public ExtractableResponse<Response> post(String method, Map<String, ?> arguments) {
        return request()
                .contentType(ContentType.JSON)
                .body(arguments)
                .post("/api/method/{method}", method)
                .then()
                .extract();
    }

    /** One value of a document, whoever may read it. */
    public static Object stored(String doctype, String name, String field) {
        return administrator()
                .get(
                        "frappe.client.get_list",
                        Map.of(
                                "doctype",
                                doctype,
                                "fields",
                                "[\"" + field + "\"]",
                                "filters",
                                "[[\"name\", \"=\", \"" + name + "\"]]"))
                .path("message[0]." + field);
    }
}
