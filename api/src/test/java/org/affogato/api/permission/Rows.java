package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Calls that change a row of a document. */
final class Rows {
    private Rows() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(rows());
        calls.addAll(rowsByAddress());
        return calls;
    }

    private static List<Call> rows() {
        return List.of(
                row(
                        "set_value of a row",
                        (who, paper) -> Sent.post(
                                "frappe.client.set_value",
                                "doctype",
                                Site.ROW,
                                "name",
                                Site.rowName(paper, "closed_lines", 0),
                                "fieldname",
                                "amount",
                                "value",
                                9)),
                row(
                        "client.delete of a row",
                        (who, paper) -> Sent.post(
                                "frappe.client.delete",
                                "doctype",
                                Site.ROW,
                                "name",
                                Site.rowName(paper, "closed_lines", 0))),
                row(
                                "client.insert of a row",
                                (who, paper) -> Sent.post(
                                        "frappe.client.insert",
                                        "doc",
                                        Sent.map(
                                                "doctype",
                                                Site.ROW,
                                                "parenttype",
                                                paper.doctype(),
                                                "parent",
                                                paper.name(),
                                                "parentfield",
                                                "lines",
                                                "amount",
                                                3)))
                        .expects((model, who, paper) ->
                                model.may(who, "write", paper) && model.may(who, "write", paper.withEmptyRow())
                                        ? Verdict.ALLOWED
                                        : Verdict.REFUSED));
    }

    /** Rows by their own address. */
    private static List<Call> rowsByAddress() {
        return List.of(
                Call.of(
                                "row POST",
                                (who, paper) -> Sent.to(
                                        "POST",
                                        "/api/resource/" + encoded(Site.ROW),
                                        "parenttype",
                                        paper.doctype(),
                                        "parent",
                                        paper.name(),
                                        "parentfield",
                                        "lines",
                                        "amount",
                                        3))
                        .at(0)
                        .needs("create", "write"),
                Call.of("row DELETE", (who, paper) -> Sent.to("DELETE", address(paper)))
                        .at(0)
                        .needs("delete", "write"),
                Call.of("row GET", (who, paper) -> Sent.to("GET", address(paper)))
                        .needs("read"),
                Call.of("row PUT", (who, paper) -> Sent.to("PUT", address(paper), "amount", 9, "note", "new"))
                        .at(0)
                        .needs("write")
                        .checks(scene -> scene.verdict() != Verdict.ALLOWED
                                        || scene.model()
                                                        .opens(
                                                                scene.who(),
                                                                "write",
                                                                1,
                                                                scene.paper().doctype())
                                                == "new"
                                                        .equals(scene.site()
                                                                .stored(
                                                                        Site.ROW,
                                                                        Site.rowName(scene.paper(), "lines", 0),
                                                                        "note"))
                                ? null
                                : "wrote the closed field of the row, or did not"));
    }

    private static String address(Paper paper) {
        return "/api/resource/" + encoded(Site.ROW) + "/" + encoded(Site.rowName(paper, "lines", 0));
    }

    private static Call row(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request).at(0).needs("write");
    }
}
