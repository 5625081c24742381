package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.resource;

import java.util.List;

/** Changes with values that would open the document to the caller, were they what is looked at. */
final class Escapes {
    private Escapes() {}

    /** Values that would open the document to the caller, were they what is looked at. */
    static List<Call> all() {
        return List.of(
                Call.of("moving in by PUT", (who, paper) -> Sent.to("PUT", resource(paper), "region", "Sicily"))
                        .at(0)
                        .expects(Escapes::moves),
                Call.of(
                                "moving in by set_value",
                                (who, paper) -> Sent.post(
                                        "frappe.client.set_value",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "fieldname",
                                        "region",
                                        "value",
                                        "Sicily"))
                        .at(0)
                        .expects(Escapes::moves),
                Call.of(
                                "a forged owner by client.save",
                                (who, paper) ->
                                        Sent.post("frappe.client.save", "doc", Updates.held(paper.ownedBy(who.name()))))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "write")),
                Call.of(
                                "a forged owner by savedocs",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.save.savedocs",
                                        "doc",
                                        Updates.held(paper.ownedBy(who.name())),
                                        "action",
                                        "Save"))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "write")),
                Call.of(
                                "a forged owner by PUT",
                                (who, paper) -> Sent.to("PUT", resource(paper), "owner", who.name(), "notes", "new"))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "write")),
                Call.of(
                                "a forged owner by bulk update",
                                (who, paper) -> Sent.post(
                                        "frappe.client.bulk_update",
                                        "docs",
                                        "[{\"doctype\": \"" + paper.doctype() + "\", \"docname\": \"" + paper.name()
                                                + "\", \"owner\": \"" + who.name() + "\"}]"))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "write"))
                        .judgedBy(
                                reply -> reply.json().at("/message/failed_docs").isEmpty()
                                        ? Verdict.ALLOWED
                                        : Updates.ofFailure(reply)),
                Call.of(
                                "a forged owner by submit",
                                (who, paper) -> Sent.post(
                                        "frappe.client.submit", "doc", Updates.held(paper.ownedBy(who.name()))))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "write", "submit")),
                Call.of(
                                "a forged owner by a held document",
                                (who, paper) -> Sent.post(
                                        "run_doc_method",
                                        "method",
                                        "submit",
                                        "docs",
                                        Updates.held(paper.ownedBy(who.name()))))
                        .at(0)
                        .expects((model, who, paper) -> forged(model, who, paper, "read", "write", "submit")));
    }

    /** Who may write is told that the author of a document stays. */
    private static Verdict forged(Model model, Person who, Paper paper, String... rights) {
        if (!List.of(rights).stream().allMatch(right -> model.may(who, right, paper))) {
            return Verdict.REFUSED;
        }
        return paper.owner().equals(who.name()) ? Verdict.ALLOWED : Verdict.INVALID;
    }

    /** Before and after, the document has to be one that the caller may write. */
    private static Verdict moves(Model model, Person who, Paper paper) {
        return model.may(who, "write", paper) && model.may(who, "write", paper.in("Sicily"))
                ? Verdict.ALLOWED
                : Verdict.REFUSED;
    }
}
