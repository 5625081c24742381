package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Calls that put something beside a document: remarks, shares, assignments, tags, files, messages. */
final class Sides {
    private Sides() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(remarks());
        calls.addAll(assignments());
        calls.addAll(tags());
        calls.addAll(shares());
        calls.addAll(files());
        calls.forEach(Call::writes);
        return calls;
    }

    private static List<Call> remarks() {
        return List.of(
                Call.of(
                                "add_comment",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.utils.add_comment",
                                        "reference_doctype",
                                        paper.doctype(),
                                        "reference_name",
                                        paper.name(),
                                        "content",
                                        "a remark",
                                        "comment_email",
                                        who.name(),
                                        "comment_by",
                                        who.name()))
                        .needs("read"),
                Call.of(
                                "toggle_like",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.like.toggle_like",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "add",
                                        "Yes"))
                        .needs("read"),
                Call.of(
                                "follow_document",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.document_follow.follow_document",
                                        "doctype",
                                        paper.doctype(),
                                        "doc_name",
                                        paper.name(),
                                        "user",
                                        who.name()))
                        .needs("read"),
                Call.of(
                                "update_follow",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.document_follow.update_follow",
                                        "doctype",
                                        paper.doctype(),
                                        "doc_name",
                                        paper.name(),
                                        "following",
                                        true))
                        .needs("read"),
                Call.of(
                                "unfollow_document",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.document_follow.unfollow_document",
                                        "doctype",
                                        paper.doctype(),
                                        "doc_name",
                                        paper.name(),
                                        "user",
                                        who.name()))
                        .needs("read"),
                Call.of(
                                "email.make",
                                (who, paper) -> Sent.post(
                                        "frappe.core.doctype.communication.email.make",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "content",
                                        "a message",
                                        "subject",
                                        "News"))
                        .needs("email"));
    }

    private static List<Call> assignments() {
        return List.of(
                assigning("add", (who, paper) -> List.of("name", paper.name(), "assign_to", List.of(who.name()))),
                assigning(
                        "add_multiple",
                        (who, paper) -> List.of("name", List.of(paper.name()), "assign_to", List.of(who.name()))),
                assigning("remove", (who, paper) -> List.of("name", paper.name(), "assign_to", who.name())),
                assigning("remove_multiple", (who, paper) -> List.of("names", List.of(paper.name()))),
                assigning("close", (who, paper) -> List.of("name", paper.name(), "assign_to", who.name())));
    }

    private static Call assigning(String method, BiFunction<Person, Paper, List<Object>> arguments) {
        return Call.of("assign_to." + method, (who, paper) -> {
                    List<Object> all = new ArrayList<>(List.of("doctype", paper.doctype()));
                    all.addAll(arguments.apply(who, paper));
                    return Sent.post("frappe.desk.form.assign_to." + method, all.toArray());
                })
                .needs("read");
    }

    private static List<Call> tags() {
        return List.of(
                Call.of(
                                "add_tag",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.doctype.tag.tag.add_tag",
                                        "tag",
                                        "mx",
                                        "dt",
                                        paper.doctype(),
                                        "dn",
                                        paper.name()))
                        .needs("write"),
                Call.of(
                                "add_tags",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.doctype.tag.tag.add_tags",
                                        "tags",
                                        List.of("mx"),
                                        "dt",
                                        paper.doctype(),
                                        "docs",
                                        List.of(paper.name())))
                        .needs("write"),
                Call.of(
                                "remove_tag",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.doctype.tag.tag.remove_tag",
                                        "tag",
                                        "mx",
                                        "dt",
                                        paper.doctype(),
                                        "dn",
                                        paper.name()))
                        .needs("write"));
    }

    private static List<Call> shares() {
        return List.of(
                Call.of(
                                "share.add",
                                (who, paper) -> Sent.post(
                                        "frappe.share.add",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "user",
                                        "mx-1@example.com"))
                        .needs("share", "read"),
                Call.of(
                                "share.set_permission",
                                (who, paper) -> Sent.post(
                                        "frappe.share.set_permission",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "user",
                                        "mx-1@example.com",
                                        "permission_to",
                                        "read"))
                        .needs("share", "read"),
                Call.of(
                                "share.add with more",
                                (who, paper) -> Sent.post(
                                        "frappe.share.add",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "user",
                                        "mx-1@example.com",
                                        "submit",
                                        1))
                        .needs("share", "read", "write", "submit"),
                Call.of(
                                "share.set_permission of submit",
                                (who, paper) -> Sent.post(
                                        "frappe.share.set_permission",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "user",
                                        "mx-1@example.com",
                                        "permission_to",
                                        "submit"))
                        .needs("share", "read", "write", "submit"));
    }

    private static List<Call> files() {
        return List.of(
                Call.of(
                                "uploadfile",
                                (who, paper) -> Sent.post(
                                        "uploadfile",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name(),
                                        "from_form",
                                        1,
                                        "filename",
                                        paper.name() + "-u.txt",
                                        "filedata",
                                        "c29tZSB0ZXh0"))
                        .needs("write"),
                Call.of(
                                "attach_file",
                                (who, paper) -> Sent.post(
                                        "frappe.client.attach_file",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name(),
                                        "filename",
                                        paper.name() + ".txt",
                                        "filedata",
                                        "some text of " + paper.name(),
                                        "is_private",
                                        1))
                        .needs("write"),
                Call.of(
                                "add_attachments",
                                (who, paper) -> Sent.post(
                                        "frappe.utils.file_manager.add_attachments",
                                        "doctype",
                                        paper.doctype(),
                                        "name",
                                        paper.name(),
                                        "attachments",
                                        List.of()))
                        .needs("write"),
                Call.of(
                                "upload_file",
                                (who, paper) -> Sent.post(
                                        "upload_file",
                                        "doctype",
                                        paper.doctype(),
                                        "docname",
                                        paper.name(),
                                        "file_url",
                                        "https://files.example.com/a.txt",
                                        "file_name",
                                        "a.txt"))
                        .needs("write"));
    }
}
