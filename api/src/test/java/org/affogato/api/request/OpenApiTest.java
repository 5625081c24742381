package org.affogato.api.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.json.Json;
import org.affogato.api.method.desk.DeskUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    private static Map<String, @Nullable Object> description() {
        String sid = given().formParam("usr", "Administrator")
                .formParam("pwd", "admin")
                .post("/api/method/login")
                .cookie("sid");
        return Json.object(given().cookie("sid", sid).get("/openapi.json").asString());
    }

    private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> whole, String name) {
        return Json.object(whole.get(name));
    }

    @Test
    void describesDocTypesAndMethods() {
        assertThat(part(description(), "paths"))
                .containsKeys("/api/resource/User", "/api/resource/User/{name}", "/api/method/frappe.client.get");
    }

    @Test
    void tellsOfPagesByCursor() {
        Map<String, @Nullable Object> paths = part(description(), "paths");
        Map<String, @Nullable Object> list = part(part(paths, "/api/resource/User"), "get");
        assertThat(list.get("parameters")).asString().contains("name=cursor");
        assertThat(part(part(part(list, "responses"), "200"), "headers")).containsKey("X-Next-Cursor");
    }

    private static Map<String, @Nullable Object> operation(String path, String verb) {
        return part(part(part(description(), "paths"), path), verb);
    }

    private static Map<String, @Nullable Object> answer(Map<String, @Nullable Object> operation) {
        Map<String, @Nullable Object> good = part(part(operation, "responses"), "200");
        return part(part(part(good, "content"), "application/json"), "schema");
    }

    @Test
    void describesMethodsByTheVerbsTheyTake() {
        Map<String, @Nullable Object> paths = part(description(), "paths");
        assertThat(part(paths, "/api/method/frappe.client.get_list")).containsOnlyKeys("get", "post");
        assertThat(part(paths, "/api/method/frappe.client.insert")).containsOnlyKeys("post");
    }

    @Test
    void argumentsStandInTheAddressOfAGet() {
        assertThat(operation("/api/method/frappe.client.get_password", "get").get("parameters"))
                .asString()
                .contains("name=doctype, in=query, required=true");
    }

    @Test
    void tellsWhatMethodsAnswer() {
        Map<String, @Nullable Object> ping = answer(operation("/api/method/ping", "get"));
        assertThat(ping.get("required")).isEqualTo(List.of("message"));
        assertThat(part(part(ping, "properties"), "message").get("type")).isEqualTo("string");
        Map<String, @Nullable Object> inserted = answer(operation("/api/method/frappe.client.insert", "post"));
        assertThat(part(part(inserted, "properties"), "message").get("required"))
                .isEqualTo(List.of("doctype"));
        assertThat(answer(operation("/api/method/frappe.handler.logout", "post")))
                .doesNotContainKey("required");
    }

    @Test
    void aSaveAnswersWhatWasSent() {
        String created = part(part(answer(operation("/api/resource/Letter%20Head", "post")), "properties"), "data")
                .get("$ref")
                .toString();
        assertThat(created).isEqualTo("#/components/schemas/_Saved.Letter_Head");
        Map<String, @Nullable Object> schemas = part(part(description(), "components"), "schemas");
        Map<String, @Nullable Object> saved = part(part(schemas, "_Saved.Letter_Head"), "properties");
        assertThat(part(saved, "footer").get("$ref")).isEqualTo("#/components/schemas/_Sent");
        assertThat(part(saved, "disabled").get("type")).isEqualTo("integer");
        assertThat(part(part(part(schemas, "Letter_Head"), "properties"), "footer"))
                .containsEntry("type", List.of("string", "null"));
    }

    @Test
    void tellsOfFurtherStatuses() {
        assertThat(part(operation("/api/method/frappe.core.doctype.user.user.update_password", "post"), "responses"))
                .containsKeys("200", "410");
        assertThat(part(operation("/api/method/frappe.integrations.oauth2.register_client", "post"), "responses"))
                .containsKeys("201", "400");
    }

    @Test
    void oauthTellsItsOwnErrors() {
        assertThat(part(operation("/api/method/frappe.integrations.oauth2.get_token", "post"), "responses")
                        .get("400"))
                .isEqualTo(Map.of("$ref", "#/components/responses/_ErrorOfOAuth"));
    }

    @Test
    void promisesNoTypeOfWhatIsComputed() {
        Map<String, @Nullable Object> schemas = part(part(description(), "components"), "schemas");
        Map<String, @Nullable Object> fields = part(part(schemas, "Submission_Queue"), "properties");
        assertThat(part(fields, "enqueued_by")).doesNotContainKey("type");
        assertThat(part(fields, "ref_docname")).containsKey("type");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<String, @Nullable Object> description = description();
        Set<String> schemas = part(part(description, "components"), "schemas").keySet();
        List<String> references = new ArrayList<>();
        gather(description, references);
        assertThat(references)
                .filteredOn(reference -> reference.startsWith("#/components/schemas/"))
                .allSatisfy(reference ->
                        assertThat(schemas).contains(reference.substring("#/components/schemas/".length())));
    }

    private static void gather(@Nullable Object value, List<String> references) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(part -> gather(part, references));
        } else if (value instanceof List<?> list) {
            list.forEach(part -> gather(part, references));
        }
    }

    @Test
    void namesThatLookAlikeStayApart() {
        DeskUser admin = DeskUser.administrator();
        String blank = admin.doctype(Map.of(), List.of());
        String underscore = blank.replace(' ', '_');
        admin.insert(
                "DocType",
                Map.of(
                        "name",
                        underscore,
                        "module",
                        "Custom",
                        "custom",
                        1,
                        "fields",
                        List.of(Map.of("fieldname", "only", "label", "Only", "fieldtype", "Data"))));
        Map<String, @Nullable Object> description = description();
        assertThat(part(description, "paths"))
                .containsKeys("/api/resource/" + blank.replace(" ", "%20"), "/api/resource/" + underscore);
        Map<String, @Nullable Object> schemas = part(part(description, "components"), "schemas");
        assertThat(schemas.values().stream().map(schema -> Json.object(schema).get("title")))
                .contains(blank, underscore);
    }

    @Test
    void everyOperationTellsItsErrors() {
        part(description(), "paths")
                .forEach((path, operations) -> Json.object(operations).forEach((verb, operation) -> {
                    if (operation instanceof Map<?, ?>) {
                        String version = path.startsWith("/api/v2/") ? "_ErrorV2" : "_Error";
                        Map<String, @Nullable Object> responses = part(Json.object(operation), "responses");
                        for (String status : List.of("401", "403", "404", "409", "417", "429")) {
                            assertThat(responses.get(status))
                                    .as(verb + " " + path)
                                    .isEqualTo(Map.of("$ref", "#/components/responses/" + version + "_" + status));
                        }
                    }
                }));
    }

    @Test
    void operationIdsAreUnique() {
        List<String> ids = new ArrayList<>();
        part(description(), "paths")
                .values()
                .forEach(path -> Json.object(path).values().forEach(operation -> {
                    if (operation instanceof Map<?, ?> map && map.get("operationId") instanceof String id) {
                        ids.add(id);
                    }
                }));
        assertThat(new LinkedHashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void showsGuestsNoDefinitions() {
        Map<String, @Nullable Object> shown =
                Json.object(given().get("/openapi").asString());
        assertThat(part(part(shown, "components"), "schemas")).containsOnlyKeys("_Error", "_ErrorV2", "_ErrorOfOAuth");
    }
}
