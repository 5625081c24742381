package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls that read one document. */
final class DocumentReads {
    private DocumentReads() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.add(document("resource", "/data", (who, paper) -> Sent.to("GET", resource(paper))));
        calls.add(document(
                "v1 resource",
                "/data",
                (who, paper) -> Sent.to("GET", "/api/v1/" + resource(paper).substring(5))));
        calls.add(document("v2 document", "/data", (who, paper) -> Sent.to("GET", versionTwo(paper))));
        calls.add(document("client.get", "/message", (who, paper) -> Sent.get("frappe.client.get", named(paper))));
        calls.add(
                document("getdoc", "/docs/0", (who, paper) -> Sent.get("frappe.desk.form.load.getdoc", named(paper))));
        calls.add(document(
                        "mcp read_document",
                        "/result/structuredContent/document",
                        (who, paper) -> tool("read_document", named(paper)))
                .judgedBy(DocumentReads::ofTool));
        calls.addAll(around());
        calls.addAll(rights());
        calls.addAll(byFilter());
        return calls;
    }

    private static List<Call> around() {
        return List.of(
                Call.of("get_docinfo", (who, paper) -> Sent.get("frappe.desk.form.load.get_docinfo", named(paper)))
                        .needs("read"),
                Call.of(
                                "can_subscribe_doc",
                                (who, paper) -> Sent.get(
                                        "frappe.realtime.can_subscribe_doc",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name()))
                        .needs("read"),
                Call.of(
                                "can_subscribe_doctype",
                                (who, paper) ->
                                        Sent.get("frappe.realtime.can_subscribe_doctype", "doctype", paper.doctype()))
                        .expects((model, who, paper) ->
                                model.mayOnDoctype(who, "read", paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of(
                                "get_communications",
                                (who, paper) -> Sent.get("frappe.desk.form.load.get_communications", named(paper)))
                        .needs("read"),
                Call.of(
                                "get_next",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.form.utils.get_next",
                                        "doctype",
                                        paper.doctype(),
                                        "value",
                                        paper.name(),
                                        "prev",
                                        0))
                        .needs("read"),
                Call.of(
                                "linked_with.get",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.form.linked_with.get",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name()))
                        .needs("read"),
                Call.of(
                                "get_submitted_linked_docs",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.linked_with.get_submitted_linked_docs",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name()))
                        .needs("read"),
                Call.of(
                                "get_open_count",
                                (who, paper) -> Sent.get("frappe.desk.notifications.get_open_count", named(paper)))
                        .needs("read"),
                Call.of(
                                "get_follow_users",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.form.document_follow.get_follow_users",
                                        "doctype",
                                        paper.doctype(),
                                        "doc_name",
                                        paper.name()))
                        .needs("read"),
                Call.of("share.get_users", (who, paper) -> Sent.get("frappe.share.get_users", named(paper)))
                        .checks(scene -> scene.reply().json().path("message").isEmpty()
                                        == (scene.model().may(scene.who(), "read", scene.paper())
                                                && !scene.paper().grants().isEmpty())
                                ? "tells with whom it is shared: " + scene.reply()
                                : null));
    }

    private static List<Call> rights() {
        List<Call> calls = new ArrayList<>();
        for (String right : Draw.RIGHTS) {
            calls.add(Call.of(
                            "has_permission " + right,
                            (who, paper) -> Sent.get(
                                    "frappe.client.has_permission",
                                    "doctype",
                                    paper.doctype(),
                                    "docname",
                                    paper.name(),
                                    "perm_type",
                                    right))
                    .checks(scene -> same(
                            scene.model().may(scene.who(), right, scene.paper()),
                            scene.reply().json().at("/message/has_permission").asBoolean())));
        }
        calls.add(Call.of(
                        "get_doc_permissions",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_doc_permissions",
                                "doctype",
                                paper.doctype(),
                                "docname",
                                paper.name()))
                .checks(DocumentReads::reported));
        return calls;
    }

    /** The report of rights leaves shares out. */
    private static @Nullable String reported(Call.Scene scene) {
        JsonNode told = scene.reply().json().at("/message/permissions");
        Paper unshared = scene.paper().with(List.of());
        return Draw.RIGHTS.stream()
                .filter(right -> scene.model().may(scene.who(), right, unshared)
                        != (told.path(right).asInt() == 1))
                .findFirst()
                .map(right -> right + " is reported as " + told.path(right))
                .orElse(null);
    }

    private static @Nullable String same(boolean wanted, boolean found) {
        return wanted == found ? null : "should be " + wanted;
    }

    private static List<Call> byFilter() {
        return List.of(
                Call.of(
                                "client.get by filters",
                                (who, paper) -> Sent.get(
                                        "frappe.client.get",
                                        "doctype",
                                        paper.doctype(),
                                        "filters",
                                        "{\"name\": \"" + paper.name() + "\"}"))
                        .expects((model, who, paper) -> {
                            if (!model.mayList(who, paper.doctype())) {
                                return Verdict.REFUSED;
                            }
                            if (!model.lists(who, paper)) {
                                return Verdict.HIDDEN;
                            }
                            return model.may(who, "read", paper) ? Verdict.ALLOWED : Verdict.REFUSED;
                        })
                        .checks(scene -> fields(scene, "/message")),
                Call.of(
                                "client.get_value",
                                (who, paper) -> Sent.get(
                                        "frappe.client.get_value",
                                        "doctype",
                                        paper.doctype(),
                                        "fieldname",
                                        "[\"name\", \"notes\", \"secret\"]",
                                        "filters",
                                        "{\"name\": \"" + paper.name() + "\"}"))
                        .expects((model, who, paper) ->
                                model.mayOnDoctype(who, "read", paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED)
                        .checks(scene -> same(
                                scene.verdict() == Verdict.ALLOWED
                                        && scene.model().lists(scene.who(), scene.paper()),
                                scene.reply().json().at("/message/name").isTextual())),
                Call.of(
                                "validate_link",
                                (who, paper) -> Sent.get(
                                        "frappe.client.validate_link",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name(),
                                        "fields",
                                        "[\"name\", \"notes\", \"secret\"]"))
                        .expects((model, who, paper) -> model.mayOnDoctype(who, "select", paper.doctype())
                                        || model.mayOnDoctype(who, "read", paper.doctype())
                                ? Verdict.ALLOWED
                                : Verdict.REFUSED),
                Call.of(
                        "is_document_amended",
                        (who, paper) -> Sent.get(
                                "frappe.client.is_document_amended",
                                "doctype",
                                paper.doctype(),
                                "docname",
                                paper.name())),
                Call.of(
                                "get_tagged_docs",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.doctype.tag.tag.get_tagged_docs",
                                        "doctype",
                                        paper.doctype(),
                                        "tag",
                                        "%"))
                        .expects((model, who, paper) ->
                                model.mayOnDoctype(who, "read", paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of(
                                "get_link_title",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.search.get_link_title",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name()))
                        .expects((model, who, paper) ->
                                model.mayList(who, paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of(
                        "get_preview_data",
                        (who, paper) -> Sent.get(
                                "frappe.desk.link_preview.get_preview_data",
                                "doctype",
                                paper.doctype(),
                                "docname",
                                paper.name())));
    }

    private static Call document(String name, String at, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request).needs("read").checks(scene -> fields(scene, at));
    }

    /** What is open is there, what is closed is not. */
    private static @Nullable String fields(Call.Scene scene, String at) {
        if (scene.verdict() != Verdict.ALLOWED) {
            return null;
        }
        JsonNode document = scene.reply().json().at(at);
        if (!document.path("notes").asText().equals(scene.paper().notes())) {
            return "lacks what everybody reads: " + scene.reply();
        }
        boolean shown = document.path("secret").asText().equals(scene.paper().secret());
        if (shown != scene.opensSecrets()) {
            return "the field of permlevel 1 is " + (shown ? "shown" : "missing");
        }
        if (document.path("closed_lines").isEmpty() == scene.opensSecrets()) {
            return "the table of permlevel 1 is " + (scene.opensSecrets() ? "missing" : "shown");
        }
        return document.path("lines").size() == scene.paper().rows().size() ? null : "rows are missing";
    }

    static Object[] named(Paper paper) {
        return new Object[] {"doctype", paper.doctype(), "name", paper.name()};
    }

    static String resource(Paper paper) {
        return "/api/resource/" + encoded(paper.doctype()) + "/" + encoded(paper.name());
    }

    static String versionTwo(Paper paper) {
        return "/api/v2/document/" + encoded(paper.doctype()) + "/" + encoded(paper.name()) + "/";
    }

    static Sent tool(String name, Object... arguments) {
        return Sent.to(
                "POST",
                "/mcp",
                "jsonrpc",
                "2.0",
                "id",
                1,
                "method",
                "tools/call",
                "params",
                Sent.map("name", name, "arguments", Sent.map(arguments)));
    }

    /** A tool says in its result that it was refused. */
    static Verdict ofTool(Reply reply) {
        JsonNode result = reply.json().path("result");
        if (!result.path("isError").asBoolean()) {
            return result.isMissingNode() ? Verdict.BROKEN : Verdict.ALLOWED;
        }
        String text = result.at("/content/0/text").asText();
        return switch (text.split(":")[0]) {
            case "PermissionError" -> Verdict.REFUSED;
            case "DoesNotExistError" -> Verdict.HIDDEN;
            default -> Verdict.BROKEN;
        };
    }
}
