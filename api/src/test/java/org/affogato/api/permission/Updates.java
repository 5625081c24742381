package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.resource;
import static org.affogato.api.permission.DocumentReads.tool;
import static org.affogato.api.permission.DocumentReads.versionTwo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls that change fields of a document. */
final class Updates {
    private static final String MODIFIED = "2026-01-01 10:00:00.000001";

    private Updates() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        for (int docstatus : List.of(0, 1)) {
            calls.add(update(
                    "resource PUT",
                    docstatus,
                    (who, paper) -> Sent.to("PUT", resource(paper), "notes", "new", "secret", "new")));
            calls.add(update(
                    "v2 PUT",
                    docstatus,
                    (who, paper) -> Sent.to("PUT", versionTwo(paper), "notes", "new", "secret", "new")));
            calls.add(update(
                    "client.set_value",
                    docstatus,
                    (who, paper) -> Sent.post(
                            "frappe.client.set_value",
                            "doctype",
                            paper.doctype(),
                            "name",
                            paper.name(),
                            "fieldname",
                            changes(),
                            "value",
                            "")));
            calls.add(update(
                    "client.save", docstatus, (who, paper) -> Sent.post("frappe.client.save", "doc", held(paper))));
            calls.add(update(
                    "savedocs",
                    docstatus,
                    (who, paper) -> Sent.post(
                            "frappe.desk.form.save.savedocs",
                            "doc",
                            held(paper),
                            "action",
                            docstatus == 0 ? "Save" : "Update")));
            calls.add(update(
                            "client.bulk_update",
                            docstatus,
                            (who, paper) -> Sent.post(
                                    "frappe.client.bulk_update",
                                    "docs",
                                    "[{\"doctype\": \"" + paper.doctype() + "\", \"docname\": \"" + paper.name()
                                            + "\", \"notes\": \"new\", \"secret\": \"new\"}]"))
                    .judgedBy(reply ->
                            reply.json().at("/message/failed_docs").isEmpty() ? Verdict.ALLOWED : ofFailure(reply)));
            calls.add(update("bulk update", docstatus, (who, paper) -> bulk(paper, "update"))
                    .judgedBy(Updates::ofBulk));
            calls.add(update(
                            "mcp update_document",
                            docstatus,
                            (who, paper) -> tool(
                                    "update_document",
                                    "doctype",
                                    paper.doctype(),
                                    "name",
                                    paper.name(),
                                    "values",
                                    changes()))
                    .judgedBy(DocumentReads::ofTool));
        }
        calls.add(Call.of(
                        "calendar.update_event",
                        (who, paper) -> Sent.post(
                                "frappe.desk.calendar.update_event",
                                "args",
                                Sent.map(
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "starts",
                                        "2026-05-05",
                                        "ends",
                                        "2026-05-06"),
                                "field_map",
                                Map.of("start", "starts", "end", "ends")))
                .at(0)
                .needs("write"));
        calls.add(Call.of(
                        "gantt.update_task",
                        (who, paper) -> Sent.post(
                                "frappe.desk.gantt.update_task",
                                "args",
                                Sent.map(
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "start",
                                        "2026-05-05",
                                        "end",
                                        "2026-05-06"),
                                "field_map",
                                Map.of("start", "starts", "end", "ends")))
                .at(0)
                .needs("write"));
        calls.add(Call.of(
                        "update_document_title",
                        (who, paper) -> Sent.post(
                                "frappe.model.rename_doc.update_document_title",
                                "doctype",
                                paper.doctype(),
                                "docname",
                                paper.name(),
                                "title",
                                "Other"))
                .at(0)
                .needs("write"));
        return calls;
    }

    private static Call update(String name, int docstatus, BiFunction<Person, Paper, Sent> request) {
        Call call = Call.of(name + " at " + docstatus, request).at(docstatus).checks(Updates::stored);
        return docstatus == 0 ? call.needs("write") : call.needs("write", "submit");
    }

    /** The open field is changed; the closed one only by those to whom it is open for writing. */
    static @Nullable String stored(Call.Scene scene) {
        Paper paper = scene.paper();
        if (scene.verdict() != Verdict.ALLOWED) {
            return null;
        }
        Object notes = scene.site().stored(paper.doctype(), paper.name(), "notes");
        Object secret = scene.site().stored(paper.doctype(), paper.name(), "secret");
        boolean opens = scene.model().opens(scene.who(), "write", 1, paper.doctype());
        if (!"new".equals(notes)) {
            return "did not write: " + notes;
        }
        return (opens ? "new" : paper.secret()).equals(secret) ? null : "wrote at permlevel 1: " + secret;
    }

    static Map<String, Object> changes() {
        return Sent.map("notes", "new", "secret", "new");
    }

    /** The document as a form holds it that sees no closed field. */
    static Map<String, Object> held(Paper paper) {
        Map<String, Object> held = Sent.map(
                "doctype",
                paper.doctype(),
                "name",
                paper.name(),
                "owner",
                paper.owner(),
                "docstatus",
                paper.docstatus(),
                "creation",
                MODIFIED,
                "modified",
                MODIFIED,
                "title",
                "Title " + paper.name(),
                "status",
                "Open",
                "notes",
                "new",
                "secret",
                "new",
                "starts",
                "2026-02-01",
                "ends",
                "2026-02-02");
        held.put("region", paper.region());
        held.put("brand", paper.brand());
        held.put("rival", paper.rival());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < paper.rows().size(); i++) {
            Map<String, Object> row = Sent.map(
                    "doctype",
                    Site.ROW,
                    "name",
                    Site.rowName(paper, "lines", i),
                    "idx",
                    i + 1,
                    "amount",
                    7,
                    "note",
                    paper.secret());
            row.put("brand", paper.rows().get(i));
            rows.add(row);
        }
        held.put("lines", rows);
        Map<String, Object> closed = Sent.map(
                "doctype",
                Site.ROW,
                "name",
                Site.rowName(paper, "closed_lines", 0),
                "idx",
                1,
                "amount",
                7,
                "note",
                paper.secret());
        closed.put("brand", paper.brand());
        held.put("closed_lines", List.of(closed));
        return held;
    }

    static Sent bulk(Paper paper, String action) {
        return Sent.post(
                "frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs",
                "doctype",
                paper.doctype(),
                "docnames",
                List.of(paper.name()),
                "action",
                action,
                "data",
                changes());
    }

    static Verdict ofFailure(Reply reply) {
        String error = reply.json().at("/message/failed_docs/0/exc").asText();
        return error.startsWith("PermissionError") ? Verdict.REFUSED : Verdict.INVALID;
    }

    static Verdict ofBulk(Reply reply) {
        return reply.json().path("message").isEmpty() ? Verdict.ALLOWED : Verdict.REFUSED;
    }
}
