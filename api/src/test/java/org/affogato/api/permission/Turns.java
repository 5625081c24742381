package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.named;
import static org.affogato.api.permission.DocumentReads.resource;
import static org.affogato.api.permission.DocumentReads.tool;
import static org.affogato.api.permission.DocumentReads.versionTwo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Calls that submit, cancel, delete or rename a document. */
final class Turns {
    private Turns() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(submits());
        calls.addAll(cancels());
        calls.addAll(deletions());
        calls.addAll(renames());
        return calls;
    }

    private static List<Call> submits() {
        return List.of(
                turn("client.submit", 1, (who, paper) -> Sent.post("frappe.client.submit", "doc", Updates.held(paper))),
                turn("PUT docstatus 1", 1, (who, paper) -> Sent.to("PUT", resource(paper), "docstatus", 1)),
                turn(
                        "POST run_method submit",
                        1,
                        (who, paper) -> Sent.to("POST", resource(paper), "run_method", "submit")),
                turn("v2 submit", 1, (who, paper) -> Sent.to("POST", versionTwo(paper) + "method/submit")),
                turn(
                        "savedocs submit",
                        1,
                        (who, paper) -> Sent.post(
                                "frappe.desk.form.save.savedocs", "doc", Updates.held(paper), "action", "Submit")),
                turn("bulk submit", 1, (who, paper) -> Updates.bulk(paper, "submit"))
                        .judgedBy(Updates::ofBulk),
                turn("mcp submit_document", 1, (who, paper) -> tool("submit_document", named(paper)))
                        .judgedBy(DocumentReads::ofTool),
                turn(
                                "run_doc_method submit",
                                1,
                                (who, paper) -> Sent.post(
                                        "run_doc_method",
                                        "method",
                                        "submit",
                                        "dt",
                                        paper.doctype(),
                                        "dn",
                                        paper.name()))
                        .needs("read", "write", "submit"));
    }

    private static List<Call> cancels() {
        return List.of(
                turn("client.cancel", 2, (who, paper) -> Sent.post("frappe.client.cancel", named(paper))),
                turn("PUT docstatus 2", 2, (who, paper) -> Sent.to("PUT", resource(paper), "docstatus", 2)),
                turn(
                        "POST run_method cancel",
                        2,
                        (who, paper) -> Sent.to("POST", resource(paper), "run_method", "cancel")),
                turn("v2 cancel", 2, (who, paper) -> Sent.to("POST", versionTwo(paper) + "method/cancel")),
                turn("form.save.cancel", 2, (who, paper) -> Sent.post("frappe.desk.form.save.cancel", named(paper))),
                turn("bulk cancel", 2, (who, paper) -> Updates.bulk(paper, "cancel"))
                        .judgedBy(Updates::ofBulk),
                turn(
                        "cancel_all_linked_docs",
                        2,
                        (who, paper) -> Sent.post(
                                "frappe.desk.form.linked_with.cancel_all_linked_docs",
                                "docs",
                                List.of(Sent.map("doctype", paper.doctype(), "name", paper.name(), "docstatus", 1)))),
                turn("mcp cancel_document", 2, (who, paper) -> tool("cancel_document", named(paper)))
                        .judgedBy(DocumentReads::ofTool));
    }

    /** A change of docstatus is a write as well. */
    private static Call turn(String name, int to, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .at(to - 1)
                .needs("write", to == 1 ? "submit" : "cancel")
                .checks(scene -> scene.verdict() != Verdict.ALLOWED
                                || Long.valueOf(to)
                                        .equals(scene.site()
                                                .stored(
                                                        scene.paper().doctype(),
                                                        scene.paper().name(),
                                                        "docstatus"))
                        ? null
                        : "did not set docstatus " + to);
    }

    private static List<Call> deletions() {
        return List.of(
                deletion("resource DELETE", (who, paper) -> Sent.to("DELETE", resource(paper))),
                deletion("v2 DELETE", (who, paper) -> Sent.to("DELETE", versionTwo(paper))),
                deletion("client.delete", (who, paper) -> Sent.post("frappe.client.delete", named(paper))),
                deletion("mcp delete_document", (who, paper) -> tool("delete_document", named(paper)))
                        .judgedBy(DocumentReads::ofTool),
                deletion(
                                "delete_items",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.reportview.delete_items",
                                        "doctype",
                                        paper.doctype(),
                                        "items",
                                        List.of(paper.name())))
                        .judgedBy(reply -> reply.json().has("_server_messages") ? Verdict.REFUSED : Verdict.ALLOWED));
    }

    private static Call deletion(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .at(0)
                .needs("delete")
                .checks(scene -> scene.verdict() == Verdict.ALLOWED
                                && scene.site()
                                                .stored(
                                                        scene.paper().doctype(),
                                                        scene.paper().name(),
                                                        "name")
                                        != null
                        ? "is still there"
                        : null);
    }

    private static List<Call> renames() {
        return List.of(
                Call.of(
                                "frappe.rename_doc",
                                (who, paper) -> Sent.post(
                                        "frappe.rename_doc",
                                        "doctype",
                                        paper.doctype(),
                                        "old",
                                        paper.name(),
                                        "new",
                                        paper.name() + "-b"))
                        .expects((model, who, paper) ->
                                model.may(who, "write", paper) ? Verdict.ALLOWED : Verdict.INVALID),
                Call.of(
                                "client.rename_doc",
                                (who, paper) -> Sent.post(
                                        "frappe.client.rename_doc",
                                        "doctype",
                                        paper.doctype(),
                                        "old_name",
                                        paper.name(),
                                        "new_name",
                                        paper.name() + "-b"))
                        .expects((model, who, paper) ->
                                model.may(who, "write", paper) ? Verdict.ALLOWED : Verdict.INVALID),
                Call.of(
                                "update_document_title by name",
                                (who, paper) -> Sent.post(
                                        "frappe.model.rename_doc.update_document_title",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name(),
                                        "name",
                                        paper.name() + "-b"))
                        .needs("write"),
                Call.of(
                                "v2 rename",
                                (who, paper) -> Sent.to(
                                        "POST", versionTwo(paper) + "method/rename", "name", paper.name() + "-b"))
                        .needs("write"));
    }
}
