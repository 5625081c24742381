package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.named;
import static org.affogato.api.permission.DocumentReads.resource;
import static org.affogato.api.permission.DocumentReads.tool;
import static org.affogato.api.permission.DocumentReads.versionTwo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls that read and change a Single. */
final class Singles {
    private Singles() {}

    static List<Call> reads() {
        return List.of(
                document("resource", "/data", (who, paper) -> Sent.to("GET", resource(paper))),
                document("v2 document", "/data", (who, paper) -> Sent.to("GET", versionTwo(paper))),
                document("client.get", "/message", (who, paper) -> Sent.get("frappe.client.get", named(paper))),
                document(
                        "client.get without a name",
                        "/message",
                        (who, paper) -> Sent.get("frappe.client.get", "doctype", paper.doctype())),
                document("getdoc", "/docs/0", (who, paper) -> Sent.get("frappe.desk.form.load.getdoc", named(paper))),
                document(
                                "mcp read_document",
                                "/result/structuredContent/document",
                                (who, paper) -> tool("read_document", named(paper)))
                        .judgedBy(DocumentReads::ofTool),
                document(
                        "client.get_value",
                        "/message",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_value",
                                "doctype",
                                paper.doctype(),
                                "fieldname",
                                "[\"notes\", \"secret\"]")),
                value("notes").checks(scene -> told(scene, scene.paper().notes(), true)),
                value("secret").checks(scene -> told(scene, scene.paper().secret(), scene.opensSecrets())),
                Call.of(
                                "list of its Files",
                                (who, paper) -> Sent.get(
                                        "frappe.client.get_list",
                                        "doctype",
                                        "File",
                                        "filters",
                                        "{\"attached_to_doctype\": \"" + paper.doctype() + "\"}"))
                        .checks(Singles::listed),
                Call.of("get_docinfo", (who, paper) -> Sent.get("frappe.desk.form.load.get_docinfo", named(paper)))
                        .needs("read"));
    }

    private static Call document(String name, String at, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request).needs("read").checks(scene -> fields(scene, at));
    }

    private static Call value(String field) {
        return Call.of(
                        "get_single_value of " + field,
                        (who, paper) ->
                                Sent.get("frappe.client.get_single_value", "doctype", paper.doctype(), "field", field))
                .needs("read");
    }

    private static @Nullable String fields(Call.Scene scene, String at) {
        if (scene.verdict() != Verdict.ALLOWED) {
            return null;
        }
        JsonNode document = scene.reply().json().at(at);
        if (!document.path("notes").asText().equals(scene.paper().notes())) {
            return "lacks what everybody reads: " + scene.reply();
        }
        boolean shown = document.path("secret").asText().equals(scene.paper().secret());
        return shown == scene.opensSecrets() ? null : "the field of permlevel 1 is " + (shown ? "shown" : "missing");
    }

    private static @Nullable String listed(Call.Scene scene) {
        boolean listed = !scene.reply().json().path("message").isEmpty();
        return scene.who().isGuest() || listed == scene.model().may(scene.who(), "read", scene.paper())
                ? null
                : "its Files are listed: " + listed;
    }

    private static @Nullable String told(Call.Scene scene, String value, boolean open) {
        boolean told = scene.reply().json().path("message").asText().equals(value);
        return scene.verdict() != Verdict.ALLOWED || told == open ? null : "told: " + scene.reply();
    }

    static List<Call> writes() {
        return List.of(
                update("resource PUT", (who, paper) -> Sent.to("PUT", resource(paper), changes())),
                update("v2 PUT", (who, paper) -> Sent.to("PUT", versionTwo(paper), changes())),
                update(
                        "client.set_value",
                        (who, paper) -> Sent.post(
                                "frappe.client.set_value",
                                "doctype",
                                paper.doctype(),
                                "name",
                                paper.name(),
                                "fieldname",
                                Updates.changes(),
                                "value",
                                "")),
                update("client.save", (who, paper) -> Sent.post("frappe.client.save", "doc", held(paper))),
                update(
                        "savedocs",
                        (who, paper) ->
                                Sent.post("frappe.desk.form.save.savedocs", "doc", held(paper), "action", "Save")));
    }

    private static Object[] changes() {
        return new Object[] {"notes", "new", "secret", "new"};
    }

    private static Map<String, Object> held(Paper paper) {
        Map<String, Object> held = Updates.held(paper);
        held.keySet().removeAll(List.of("lines", "closed_lines", "status", "starts", "ends"));
        return held;
    }

    private static Call update(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request).needs("write").checks(Updates::stored);
    }
}
