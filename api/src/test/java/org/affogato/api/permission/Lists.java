package org.affogato.api.permission;

import static org.affogato.api.permission.Sent.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls that list, count or search documents of the DocType that a given one is of. */
final class Lists {
    private static final String FIELDS = "[\"name\", \"notes\", \"secret\"]";
    private static final Pattern NAME = Pattern.compile("MX-\\d-\\d+-\\d+");

    private Lists() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        calls.addAll(rows());
        calls.addAll(Figures.all());
        calls.addAll(searches());
        calls.addAll(ClosedFields.all());
        calls.addAll(children());
        return calls;
    }

    private static List<Call> rows() {
        return List.of(
                listing(
                        "resource list",
                        "/data",
                        "name",
                        (who, paper) -> Sent.to(
                                "GET",
                                "/api/resource/" + encoded(paper.doctype()),
                                "fields",
                                FIELDS,
                                "limit_page_length",
                                0)),
                listing(
                        "v2 list",
                        "/data",
                        "name",
                        (who, paper) -> Sent.to(
                                "GET",
                                "/api/v2/document/" + encoded(paper.doctype()),
                                "fields",
                                FIELDS,
                                "limit",
                                1000)),
                listing(
                        "client.get_list",
                        "/message",
                        "name",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list",
                                "doctype",
                                paper.doctype(),
                                "fields",
                                FIELDS,
                                "limit_page_length",
                                0)),
                listing(
                        "reportview.get_list",
                        "/message",
                        "name",
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get_list", "doctype", paper.doctype(), "fields", FIELDS)),
                listing(
                                "mcp list_documents",
                                "/result/structuredContent/rows",
                                "name",
                                (who, paper) ->
                                        DocumentReads.tool("list_documents", "doctype", paper.doctype(), "limit", 200))
                        .judgedBy(DocumentReads::ofTool),
                listing(
                        "calendar",
                        "/message",
                        "name",
                        (who, paper) -> Sent.get(
                                "frappe.desk.calendar.get_events",
                                "doctype",
                                paper.doctype(),
                                "start",
                                "2026-01-01",
                                "end",
                                "2026-12-31",
                                "field_map",
                                "{\"start\": \"starts\", \"end\": \"ends\"}",
                                "fields",
                                "[\"name\"]")),
                listed(
                        "batch",
                        reply -> strings(reply.json().at("/data/0/body/data"), "name"),
                        (who, paper) -> Sent.to(
                                "POST",
                                "/api/batch",
                                "requests",
                                List.of(Sent.map(
                                        "path",
                                        "/api/resource/" + encoded(paper.doctype()) + "?limit_page_length=0")))),
                listed(
                        "reportview.get",
                        Lists::compact,
                        (who, paper) -> Sent.get(
                                "frappe.desk.reportview.get", "doctype", paper.doctype(), "fields", "[\"name\"]")),
                listed(
                                "export_query",
                                reply -> named(reply.text()),
                                (who, paper) -> Sent.get(
                                        "frappe.desk.reportview.export_query",
                                        "doctype",
                                        paper.doctype(),
                                        "fields",
                                        "[\"name\", \"status\"]",
                                        "file_format_type",
                                        "CSV"))
                        .expects((model, who, paper) -> {
                            boolean exports = who.roles().contains("System Manager")
                                    || model.mayOnDoctype(who, "export", paper.doctype());
                            return exports && model.mayList(who, paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED;
                        }));
    }

    private static List<Call> searches() {
        return List.of(
                listing(
                        "search_link",
                        "/message",
                        "value",
                        (who, paper) -> Sent.get(
                                "frappe.desk.search.search_link",
                                "doctype",
                                paper.doctype(),
                                "txt",
                                "",
                                "page_length",
                                500)),
                listing(
                        "search_widget",
                        "/message",
                        "name",
                        (who, paper) -> Sent.get(
                                "frappe.desk.search.search_widget",
                                "doctype",
                                paper.doctype(),
                                "txt",
                                "",
                                "page_length",
                                500,
                                "as_dict",
                                1)),
                listing(
                        "search by a closed field",
                        "/message",
                        "name",
                        (who, paper) -> Sent.get(
                                "frappe.desk.search.search_widget",
                                "doctype",
                                paper.doctype(),
                                "txt",
                                "",
                                "searchfield",
                                "secret",
                                "filter_fields",
                                "[\"secret\"]",
                                "page_length",
                                500,
                                "as_dict",
                                1)),
                listing(
                                "search_link by the words of a closed field",
                                "/message",
                                "value",
                                (who, paper) -> Sent.get(
                                        "frappe.desk.search.search_link",
                                        "doctype",
                                        paper.doctype(),
                                        "txt",
                                        "SECRET",
                                        "searchfield",
                                        "secret",
                                        "page_length",
                                        500))
                        .instead(scene -> null));
    }

    private static List<Call> children() {
        return List.of(
                rowsOf(
                        "rows by resource",
                        "/data",
                        (who, paper) -> Sent.to(
                                "GET",
                                "/api/resource/" + encoded(Site.ROW),
                                "parent",
                                paper.doctype(),
                                "fields",
                                "[\"name\", \"note\"]",
                                "filters",
                                "{\"parenttype\": \"" + paper.doctype() + "\"}",
                                "limit_page_length",
                                0)),
                rowsOf(
                        "rows by client.get_list",
                        "/message",
                        (who, paper) -> Sent.get(
                                "frappe.client.get_list",
                                "doctype",
                                Site.ROW,
                                "parent",
                                paper.doctype(),
                                "fields",
                                "[\"name\", \"note\"]",
                                "filters",
                                "{\"parenttype\": \"" + paper.doctype() + "\"}",
                                "limit_page_length",
                                0)));
    }

    private static Call rowsOf(String name, String at, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .expects((model, who, paper) ->
                        model.mayOnDoctype(who, "read", paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED)
                .checks(scene -> scene.verdict() == Verdict.ALLOWED
                        ? same(visibleRows(scene), strings(scene.reply().json().at(at), "name"))
                        : null);
    }

    private static List<String> visibleRows(Call.Scene scene) {
        List<String> names = new ArrayList<>();
        for (Paper paper : ofDoctype(scene)) {
            if (scene.model().listsToRead(scene.who(), paper)) {
                for (int i = 0; i < paper.rows().size(); i++) {
                    names.add(Site.rowName(paper, "lines", i));
                }
                if (scene.opensSecrets()) {
                    names.add(Site.rowName(paper, "closed_lines", 0));
                }
            }
        }
        return names;
    }

    private static Call listing(String name, String at, String field, BiFunction<Person, Paper, Sent> request) {
        return listed(name, reply -> strings(reply.json().at(at), field), request)
                .checks(scene -> fields(scene, at));
    }

    private static Call listed(
            String name, Function<Reply, List<String>> names, BiFunction<Person, Paper, Sent> request) {
        return Call.of(name, request)
                .expects(Lists::may)
                .checks(scene ->
                        scene.verdict() == Verdict.ALLOWED ? same(visible(scene), names.apply(scene.reply())) : null);
    }

    static Verdict may(Model model, Person who, Paper paper) {
        return model.mayList(who, paper.doctype()) ? Verdict.ALLOWED : Verdict.REFUSED;
    }

    static List<Paper> ofDoctype(Call.Scene scene) {
        return scene.model().standing().stream()
                .filter(paper -> paper.doctype().equals(scene.paper().doctype()))
                .toList();
    }

    private static List<String> visible(Call.Scene scene) {
        return ofDoctype(scene).stream()
                .filter(paper -> scene.model().lists(scene.who(), paper))
                .map(Paper::name)
                .toList();
    }

    private static @Nullable String same(List<String> wanted, List<String> found) {
        TreeSet<String> missing = new TreeSet<>(wanted);
        found.forEach(missing::remove);
        TreeSet<String> more = new TreeSet<>(found);
        wanted.forEach(more::remove);
        if (missing.isEmpty() && more.isEmpty() && found.size() == wanted.size()) {
            return null;
        }
        return "lacks " + missing + ", shows too much " + more + ", rows " + found.size() + " for " + wanted.size();
    }

    /** A column of permlevel 1 is there for those only to whom it is open. */
    private static @Nullable String fields(Call.Scene scene, String at) {
        JsonNode rows = scene.reply().json().at(at);
        boolean shown = rows.isArray() && !rows.isEmpty() && rows.path(0).has("secret");
        boolean open = scene.opensSecrets()
                && !scene.model().selectsOnly(scene.who(), scene.paper().doctype());
        return shown && !open ? "shows the column of permlevel 1" : null;
    }

    private static List<String> compact(Reply reply) {
        JsonNode message = reply.json().path("message");
        int name = strings(message.path("keys"), "").indexOf("name");
        List<String> names = new ArrayList<>();
        message.path("values").forEach(row -> names.add(row.path(name).asText()));
        return names;
    }

    private static List<String> named(String text) {
        return NAME.matcher(text).results().map(result -> result.group()).collect(Collectors.toList());
    }

    static List<String> strings(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(row ->
                found.add(field.isEmpty() ? row.asText() : row.path(field).asText()));
        return found;
    }
}
