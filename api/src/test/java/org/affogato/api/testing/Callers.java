package org.affogato.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Requests of somebody who has logged in. */
public final class Callers {
    private static final String SID = sid();

    private Callers() {}

    /** A request of Administrator that speaks JSON. */
    public static RequestSpecification administrator() {
        return given().cookie("sid", SID).contentType("application/json").accept("application/json");
    }

    private static String sid() {
        return given().formParam("usr", "Administrator")
                .formParam("pwd", "admin")
                .post("/api/method/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sid");
    }

    /** How many ToDos bear the description. */
    public static int toDos(String description) {
        return administrator()
                .queryParam("doctype", "ToDo")
                .queryParam("filters", "{\"description\":\"" + description + "\"}")
                .get("/api/method/frappe.client.get_count")
                .then()
                .statusCode(200)
                .extract()
                .path("message");
    }
}
