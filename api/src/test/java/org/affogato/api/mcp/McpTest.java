package org.affogato.api.mcp;

import static io.restassured.RestAssured.given;
import static org.affogato.api.testing.Callers.administrator;
import static org.affogato.api.testing.Callers.toDos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.Test;

@QuarkusTest
class McpTest {
    @Inject
    Engine engine;

    private static ValidatableResponse send(RequestSpecification caller, String method, String params) {
        return caller.body("""
                {"jsonrpc": "2.0", "id": 7, "method": "%s", "params": %s}""".formatted(method, params)).post("/mcp").then();
    }

    private static ValidatableResponse tool(String name, String arguments) {
        return send(administrator(), "tools/call", """
                {"name": "%s", "arguments": %s}""".formatted(name, arguments));
    }

    @Test
    void greetsInTheVersionThatTheClientSpeaks() {
        send(administrator(), "initialize", "{\"protocolVersion\": \"2025-06-18\", \"capabilities\": {}}")
                .statusCode(200)
                .body("id", equalTo(7))
                .body("result.protocolVersion", equalTo("2025-06-18"))
                .body("result.serverInfo.name", equalTo("affogato"));
        administrator()
                .body("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}")
                .post("/mcp")
                .then()
                .statusCode(202);
    }

    @Test
    void asksStrangersToSignIn() {
        send(given().contentType("application/json"), "tools/list", "{}")
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void refusesPagesOfOtherSites() {
        send(administrator().header("Origin", "https://elsewhere.example.com"), "tools/list", "{}")
                .statusCode(403);
    }

    @Test
    void findsAndDescribesDoctypes() {
        tool("find_doctypes", "{\"search\": \"ToDo\"}").body("result.structuredContent.doctypes.name", hasItem("ToDo"));
        tool("describe_doctype", "{\"doctype\": \"ToDo\"}")
                .body("result.structuredContent.fields.fieldname", hasItems("description", "status"))
                .body("result.structuredContent.rights", hasItem("create"));
    }

    @Test
    void writesReadsAndDeletesADocument() {
        String name = tool("create_document", "{\"doctype\": \"ToDo\", \"values\": {\"description\": \"by a tool\"}}")
                .extract()
                .path("result.structuredContent.document.name");
        String named = "\"doctype\": \"ToDo\", \"name\": \"" + name + "\"";
        tool("update_document", "{" + named + ", \"values\": {\"priority\": \"High\"}}")
                .body("result.structuredContent.document.priority", equalTo("High"));
        tool(
                        "list_documents",
                        "{\"doctype\": \"ToDo\", \"fields\": [\"name\", \"priority\"], \"filters\": {\"name\": \""
                                + name + "\"}}")
                .body("result.structuredContent.rows[0].priority", equalTo("High"));
        tool("read_document", "{" + named + "}").body("result.content[0].text", containsString("by a tool"));
        tool("delete_document", "{" + named + "}").body("result.structuredContent.deleted", equalTo(name));
        assertThat(toDos("by a tool")).isZero();
    }

    @Test
    void tellsTheModelWhatWasRefusedAndKeepsNothingOfIt() {
        tool("create_document", "{\"doctype\": \"ToDo\", \"values\": {\"description\": \"bad\", \"status\": \"none\"}}")
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", startsWith("ValidationError"));
        assertThat(toDos("bad")).isZero();
        tool("read_document", "{\"doctype\": \"ToDo\", \"name\": \"none\"}").body("result.isError", equalTo(true));
        tool("read_document", "{\"doctype\": \"ToDo\"}")
                .body("result.content[0].text", containsString("name is missing"));
    }

    @Test
    void callsMethods() {
        tool("call_method", "{\"method\": \"frappe.auth.get_logged_user\"}")
                .body("result.structuredContent.message", equalTo("Administrator"));
        tool("find_methods", "{\"search\": \"get_logged\"}")
                .body("result.structuredContent.methods.method", hasItem("frappe.auth.get_logged_user"));
    }

    @Test
    void runsReportsByRight() {
        DeskUser desk = DeskUser.administrator();
        String report = desk.insert(
                "Report",
                Map.of(
                        "report_name", DeskUser.unique("Tool Report"),
                        "ref_doctype", "ToDo",
                        "report_type", "Query Report",
                        "is_standard", "No",
                        "query", "select %(word)s as \"Word\"",
                        "roles", List.of(Map.of("role", "Script Manager"))));
        String arguments = "{\"report\": \"%s\", \"filters\": {\"word\": \"told\"}}".formatted(report);
        tool("run_report", arguments)
                .body("result.structuredContent.report.columns.fieldname", equalTo(List.of("word")))
                .body("result.structuredContent.report.result[0].word", equalTo("told"));
        send(DeskUser.with("System Manager").request().contentType("application/json"), "tools/call", """
                {"name": "run_report", "arguments": %s}""".formatted(
                                arguments))
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", startsWith("PermissionError"));
    }

    @Test
    void answersWhatTheProtocolDoesNotHave() {
        send(administrator(), "tools/invent", "{}").body("error.code", equalTo(-32601));
        tool("no_such_tool", "{}").body("error.code", equalTo(-32602));
        administrator().get("/mcp").then().statusCode(405);
    }

    @Test
    void offersOnlyWhatTheCallerMayDo() {
        String key = keyOfAUserWithoutRoles();
        RequestSpecification stranger =
                given().header("Authorization", "token " + key).contentType("application/json");
        send(stranger, "tools/list", "{}")
                .body("result.tools.name", hasItem("list_documents"))
                .body("result.tools.name", not(hasItem("submit_document")));
        send(stranger, "tools/call", "{\"name\": \"list_documents\", \"arguments\": {\"doctype\": \"Role\"}}")
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", startsWith("PermissionError"));
        send(stranger, "tools/call", "{\"name\": \"find_doctypes\", \"arguments\": {\"search\": \"Server Script\"}}")
                .body("result.structuredContent.doctypes", equalTo(List.of()));
    }

    private String keyOfAUserWithoutRoles() {
        return engine.run(Context.ADMINISTRATOR, context -> {
            Map<String, Object> values = new LinkedHashMap<>();
            String key = DeskUser.unique("stranger").replace(' ', '-');
            values.put("email", key + "@example.com");
            values.put("first_name", "Stranger");
            values.put("send_welcome_email", 0);
            values.put("api_key", key);
            values.put("api_secret", "strangerssecret");
            context.documents().insert(context.documents().create("User", values));
            return key + ":strangerssecret";
        });
    }
}
