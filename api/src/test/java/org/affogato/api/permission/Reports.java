package org.affogato.api.permission;

import static org.affogato.api.permission.DocumentReads.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Calls that run a Query Report on a DocType: they need one of the report's roles and the right to report on the
 * DocType; its export needs the right to export as well, but of System Managers.
 */
final class Reports {
    /** The roles of the reports that are not for all. */
    static final List<String> ROLES = List.of(Draw.role(1), Draw.role(4), Draw.role(7), Draw.role(10));

    private Reports() {}

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        for (boolean forAll : List.of(true, false)) {
            String kind = forAll ? " of a report for all" : " of a report for some";
            calls.add(Call.of(
                            "run" + kind,
                            (who, paper) ->
                                    Sent.get("frappe.desk.query_report.run", "report_name", name(paper, forAll)))
                    .expects((model, who, paper) -> runs(model, who, paper, forAll, "report")));
            calls.add(Call.of(
                            "script" + kind,
                            (who, paper) ->
                                    Sent.get("frappe.desk.query_report.get_script", "report_name", name(paper, forAll)))
                    .expects((model, who, paper) -> runs(model, who, paper, forAll, "report")));
            calls.add(Call.of(
                            "export" + kind,
                            (who, paper) -> Sent.post(
                                    "frappe.desk.query_report.export_query",
                                    "report_name",
                                    name(paper, forAll),
                                    "file_format_type",
                                    "CSV",
                                    "visible_idx",
                                    "[0]"))
                    .expects((model, who, paper) -> runs(model, who, paper, forAll, "report", "export")));
            calls.add(Call.of(
                            "mcp run_report" + kind, (who, paper) -> tool("run_report", "report", name(paper, forAll)))
                    .expects((model, who, paper) -> runs(model, who, paper, forAll, "report"))
                    .judgedBy(DocumentReads::ofTool));
        }
        return calls;
    }

    static String name(String doctype, boolean forAll) {
        return (forAll ? "All of " : "Some of ") + doctype;
    }

    private static String name(Paper paper, boolean forAll) {
        return name(paper.doctype(), forAll);
    }

    private static Verdict runs(Model model, Person who, Paper paper, boolean forAll, String... rights) {
        boolean isFor = forAll || who.isAdministrator() || who.roles().stream().anyMatch(Set.copyOf(ROLES)::contains);
        return isFor
                        && List.of(rights).stream()
                                .allMatch(right -> model.mayOnDoctype(who, right, paper.doctype())
                                        || right.equals("export") && who.roles().contains("System Manager"))
                ? Verdict.ALLOWED
                : Verdict.REFUSED;
    }
}
