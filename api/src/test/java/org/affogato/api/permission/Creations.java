package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.tool;
import static org.affogato.api.permission.Sent.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls that make a document. */
final class Creations {
    private Creations() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(creations());
        calls.add(amendment());
        return calls;
    }

    private static List<Call> creations() {
        return List.of(
                creation(
                        "resource POST",
                        (who, paper) ->
                                Sent.to("POST", "/api/resource/" + encoded(paper.doctype()), pairs(made(paper)))),
                creation(
                        "v2 POST",
                        (who, paper) ->
                                Sent.to("POST", "/api/v2/document/" + encoded(paper.doctype()), pairs(made(paper)))),
                creation("client.insert", (who, paper) -> Sent.post("frappe.client.insert", "doc", made(paper))),
                creation(
                        "client.insert_many",
                        (who, paper) -> Sent.post("frappe.client.insert_many", "docs", List.of(made(paper)))),
                creation("savedocs of a new one", (who, paper) -> {
                    Map<String, Object> made = made(paper);
                    made.put("__islocal", 1);
                    made.put("name", "new-order-1");
                    return Sent.post("frappe.desk.form.save.savedocs", "doc", made, "action", "Save");
                }),
                creation(
                                "mcp create_document",
                                (who, paper) ->
                                        tool("create_document", "doctype", paper.doctype(), "values", made(paper)))
                        .judgedBy(DocumentReads::ofTool));
    }

    /** A new document that names a region and a brand, so that no default of the caller comes in. */
    private static Map<String, Object> made(Paper paper) {
        return Sent.map(
                "doctype",
                paper.doctype(),
                "title",
                "made from " + paper.name(),
                "status",
                "Open",
                "region",
                regionOf(paper),
                "brand",
                brandOf(paper),
                "rival",
                "Acorn",
                "notes",
                "new",
                "secret",
                "new",
                "lines",
                List.of(Map.of("brand", brandOf(paper), "amount", 1)));
    }

    private static String regionOf(Paper paper) {
        return paper.region() == null ? "World" : paper.region();
    }

    private static String brandOf(Paper paper) {
        return paper.brand() == null ? "Birch" : paper.brand();
    }

    private static Object[] pairs(Map<String, Object> values) {
        List<Object> pairs = new ArrayList<>();
        values.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return pairs.toArray();
    }

    private static Call creation(String name, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .at(0)
                .expects((model, who, paper) -> {
                    List<@Nullable String> rows = new ArrayList<>(List.of(brandOf(paper)));
                    Paper made = new Paper(
                            paper.doctype(),
                            "",
                            who.name(),
                            0,
                            regionOf(paper),
                            brandOf(paper),
                            "Acorn",
                            rows,
                            List.of());
                    return model.may(who, "create", made) ? Verdict.ALLOWED : Verdict.REFUSED;
                })
                .checks(Creations::created);
    }

    /** The closed field of a new document is empty unless it is open to its author. */
    private static @Nullable String created(Call.Scene scene) {
        if (scene.verdict() != Verdict.ALLOWED) {
            return null;
        }
        boolean opens =
                scene.model().opens(scene.who(), "write", 1, scene.paper().doctype());
        Object secret = scene.site().madeFrom(scene.paper());
        return opens == "new".equals(secret) ? null : "the closed field of the new document holds " + secret;
    }

    /** What is attached to a document goes along to its amendment only for who may read it. */
    private static Call amendment() {
        return creation("amendment", (who, paper) -> {
                    Map<String, Object> made = made(paper);
                    made.put("amended_from", paper.name());
                    return Sent.post("frappe.client.insert", "doc", made);
                })
                .at(2)
                .checks(scene -> {
                    if (scene.verdict() != Verdict.ALLOWED) {
                        return null;
                    }
                    boolean copied = scene.site().filesOfMadeFrom(scene.paper()) > 0;
                    return copied == scene.model().may(scene.who(), "read", scene.paper())
                            ? null
                            : "copied attachments: " + copied;
                });
    }
}
