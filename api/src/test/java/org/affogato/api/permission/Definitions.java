package org.affogato.api.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;

/** The DocTypes and roles of the matrix, and the records that its documents link to. Made once a database. */
final class Definitions {
    private static final Map<String, Object> ANYBODY = Map.of("role", "System Manager", "read", 1, "write", 1);

    private final Engine engine;

    Definitions(Engine engine) {
        this.engine = engine;
    }

    void define() {
        for (int role = 0; role < Draw.ROLES; role++) {
            insert("Role", Draw.role(role), Map.of("role_name", Draw.role(role), "desk_access", desk(role)));
        }
        doctype(
                Model.REGION,
                Map.of("autoname", "field:title", "is_tree", 1, "nsm_parent_field", "parent_region"),
                List.of(
                        field("title", "Data", ""),
                        field("is_group", "Check", ""),
                        ignored(field("parent_region", "Link", Model.REGION)),
                        ignored(field("old_parent", "Link", Model.REGION)),
                        field("lft", "Int", ""),
                        field("rgt", "Int", "")));
        doctype(Model.BRAND, Map.of("autoname", "field:title"), List.of(field("title", "Data", "")));
        doctype(
                Site.ROW,
                Map.of("istable", 1),
                List.of(
                        field("brand", "Link", Model.BRAND),
                        field("amount", "Int", ""),
                        closed(field("note", "Data", ""))));
        for (String doctype : Site.DOCTYPES) {
            doctype(doctype, properties(doctype), fields(doctype));
            report(doctype, true, List.of("All"));
            report(doctype, false, Reports.ROLES);
        }
        Draw.REGIONS.forEach((region, parent) ->
                insert(Model.REGION, region, Map.of("title", region, "is_group", 1, "parent_region", parent)));
        Draw.BRANDS.forEach(brand -> insert(Model.BRAND, brand, Map.of("title", brand)));
    }

    private void report(String doctype, boolean forAll, List<String> roles) {
        insert(
                "Report",
                Reports.name(doctype, forAll),
                Map.of(
                        "report_name",
                        Reports.name(doctype, forAll),
                        "ref_doctype",
                        doctype,
                        "report_type",
                        "Query Report",
                        "is_standard",
                        "No",
                        "query",
                        "select 1 as one",
                        "roles",
                        roles.stream().map(role -> Map.of("role", role)).toList()));
    }

    private static int desk(int role) {
        return Draw.isForDesk(role) ? 1 : 0;
    }

    static boolean isImportable(String doctype) {
        return doctype.endsWith("0");
    }

    private static Map<String, Object> properties(String doctype) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("autoname", "format:MXN-{#####}");
        properties.put("is_submittable", 1);
        properties.put("allow_rename", 1);
        properties.put("track_changes", 1);
        properties.put("title_field", "title");
        properties.put("search_fields", "status,region");
        properties.put("show_title_field_in_link", 1);
        properties.put("allow_import", isImportable(doctype) ? 1 : 0);
        return properties;
    }

    private static List<Map<String, Object>> fields(String doctype) {
        return List.of(
                field("title", "Data", ""),
                field("status", "Select", "Open\nClosed"),
                field("region", "Link", Model.REGION),
                field("brand", "Link", Model.BRAND),
                ignored(field("rival", "Link", Model.BRAND)),
                late(field("notes", "Small Text", "")),
                closed(late(field("secret", "Data", ""))),
                field("starts", "Date", ""),
                field("ends", "Date", ""),
                field("lines", "Table", Site.ROW),
                closed(field("closed_lines", "Table", Site.ROW)),
                field("amended_from", "Link", doctype));
    }

    static Map<String, Object> field(String name, String type, String options) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("fieldname", name);
        field.put("label", name);
        field.put("fieldtype", type);
        field.put("options", options);
        return field;
    }

    static Map<String, Object> ignored(Map<String, Object> field) {
        field.put("ignore_user_permissions", 1);
        return field;
    }

    static Map<String, Object> closed(Map<String, Object> field) {
        field.put("permlevel", 1);
        return field;
    }

    private static Map<String, Object> late(Map<String, Object> field) {
        field.put("allow_on_submit", 1);
        return field;
    }

    void doctype(String name, Map<String, Object> properties, List<Map<String, Object>> fields) {
        Map<String, Object> values = new LinkedHashMap<>(properties);
        values.put("name", name);
        values.put("module", "Custom");
        values.put("custom", 1);
        values.put("fields", new ArrayList<>(fields));
        values.put("permissions", List.of(ANYBODY));
        insert("DocType", name, values);
    }

    void insert(String doctype, String name, Map<String, Object> values) {
        engine.run(Context.ADMINISTRATOR, context -> {
            if (!context.documents().exists(doctype, name)) {
                context.documents().insert(context.documents().create(doctype, values));
            }
            return name;
        });
    }
}
