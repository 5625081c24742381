package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls for the private file that hangs at each document: its owner opens it, and who may read the document; its owner
 * deletes it, and who may write the document.
 */
final class Downloads {
    private Downloads() {}

    static List<Call> reads() {
        return List.of(
                Call.of("a private file", (who, paper) -> Sent.to("GET", url(paper)))
                        .expects((model, who, paper) -> opens(model, who, paper) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of(
                                "download_file",
                                (who, paper) -> Sent.get("frappe.handler.download_file", "file_url", url(paper)))
                        .expects((model, who, paper) -> opens(model, who, paper) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of("a File", (who, paper) -> Sent.to("GET", resource(paper)))
                        .expects((model, who, paper) -> opens(model, who, paper) ? Verdict.ALLOWED : Verdict.REFUSED),
                Call.of(
                                "the Files of a document",
                                (who, paper) -> Sent.get(
                                        "frappe.client.get_list",
                                        "doctype",
                                        "File",
                                        "filters",
                                        "{\"attached_to_name\": \"" + paper.name() + "\"}",
                                        "limit_page_length",
                                        0))
                        .checks(Downloads::listed),
                Call.of(
                                "the count of Files",
                                (who, paper) -> Sent.get(
                                        "frappe.client.get_count",
                                        "doctype",
                                        "File",
                                        "filters",
                                        "{\"attached_to_name\": \"" + paper.name() + "\"}"))
                        .checks(Downloads::counted));
    }

    static List<Call> writes() {
        return List.of(
                Call.of("delete a File", (who, paper) -> Sent.to("DELETE", resource(paper)))
                        .expects(Downloads::deletes),
                Call.of(
                                "remove_attach",
                                (who, paper) -> Sent.post(
                                        "frappe.desk.form.utils.remove_attach",
                                        "fid",
                                        name(paper),
                                        "dt",
                                        paper.doctype(),
                                        "dn",
                                        paper.name()))
                        .expects(Downloads::deletes),
                Call.of("a File's name", (who, paper) -> Sent.to("PUT", resource(paper), "file_name", "other.txt"))
                        .expects(Downloads::deletes),
                Call.of(
                                "a File of an own document",
                                (who, paper) -> Sent.to(
                                        "PUT",
                                        resource(paper),
                                        "attached_to_doctype",
                                        "User",
                                        "attached_to_name",
                                        who.name()))
                        .expects(Downloads::deletes));
    }

    static String name(Paper paper) {
        return paper.name() + "-p";
    }

    static String url(Paper paper) {
        return "/private/files/matrix-" + paper.name() + ".txt";
    }

    /** Anybody, whether the document is theirs or not. */
    static String owner(Paper paper) {
        return "mx-" + Math.floorMod(paper.name().hashCode(), Draw.PEOPLE) + "@example.com";
    }

    private static String resource(Paper paper) {
        return "/api/resource/File/" + encoded(name(paper));
    }

    private static boolean owns(Person who, Paper paper) {
        return who.isAdministrator() || owner(paper).equals(who.name());
    }

    private static boolean opens(Model model, Person who, Paper paper) {
        return owns(who, paper) || model.may(who, "read", paper);
    }

    private static Verdict deletes(Model model, Person who, Paper paper) {
        return owns(who, paper) || model.may(who, "write", paper) ? Verdict.ALLOWED : Verdict.REFUSED;
    }

    /** The public file is for all; the private one is listed where it opens and the document is listed to read. */
    private static List<String> expected(Call.Scene scene) {
        List<String> names = new ArrayList<>(List.of(scene.paper().name()));
        if (owns(scene.who(), scene.paper()) || scene.model().listsToRead(scene.who(), scene.paper())) {
            names.add(name(scene.paper()));
        }
        return names;
    }

    private static @Nullable String listed(Call.Scene scene) {
        if (scene.verdict() != Verdict.ALLOWED) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode file : scene.reply().json().path("message")) {
            names.add(file.path("name").asText());
        }
        Collections.sort(names);
        return names.equals(expected(scene)) ? null : "lists " + names + ", not " + expected(scene);
    }

    private static @Nullable String counted(Call.Scene scene) {
        int count = scene.reply().json().path("message").asInt();
        return scene.verdict() != Verdict.ALLOWED || count == expected(scene).size() ? null : "counts " + count;
    }
}
