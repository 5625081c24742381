package org.affogato.doctypes.frappe.desk.desktop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The first steps in a module, as the page of its workspace names them, for the roles that are to take them. */
final class Onboarding {
    static final String STEP = "Onboarding Step";
    static final Set<String> PROGRESS = Set.of("is_complete", "is_skipped");

    private final Context context;

    Onboarding(Context context) {
        this.context = context;
    }

    /** Those of a workspace that are not through; none where System Settings do not enable them. */
    List<Map<String, @Nullable Object>> of(Document workspace) {
        Set<String> names = Blocks.of(workspace.text("content")).names("onboarding");
        boolean enabled = Long.valueOf(1).equals(context.documents().single("System Settings", "enable_onboarding"));
        return names.isEmpty() || !enabled
                ? List.of()
                : names.stream()
                        .flatMap(name -> context.documents().find("Module Onboarding", name).stream())
                        .flatMap(this::shown)
                        .toList();
    }

    private Stream<Map<String, @Nullable Object>> shown(Document onboarding) {
        if (onboarding.check("is_complete") || !isFor(onboarding)) {
            return Stream.empty();
        }
        List<Map<String, @Nullable Object>> steps = steps(
                onboarding.rows("steps").stream().map(row -> row.text("step")).toList());
        if (steps.stream().allMatch(Onboarding::isDone)) {
            context.documents().setValues(onboarding, Map.of("is_complete", 1L), true);
            return Stream.empty();
        }
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("label", onboarding.name());
        item.put("title", onboarding.get("title"));
        item.put("subtitle", onboarding.get("subtitle"));
        item.put("success", onboarding.get("success_message"));
        item.put("docs_url", onboarding.get("documentation_url"));
        item.put("items", steps);
        return Stream.of(item);
    }

    private boolean isFor(Document onboarding) {
        return context.roles().contains("System Manager")
                || onboarding.rows("allow_roles").stream()
                        .anyMatch(row -> context.roles().contains(row.text("role")));
    }

    private static boolean isDone(Map<String, @Nullable Object> step) {
        return PROGRESS.stream().anyMatch(field -> Long.valueOf(1).equals(step.get(field)));
    }

    /** Steps by their names, each with what the desk needs to take it. */
    List<Map<String, @Nullable Object>> steps(List<String> names) {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (String name : names) {
            Document step = context.documents().get(STEP, name);
            Map<String, @Nullable Object> values = new LinkedHashMap<>(step.values());
            values.put("doctype", STEP);
            values.put("label", step.get("title"));
            if (step.text("action").equals("Create Entry")) {
                values.put(
                        "is_submittable",
                        context.documents().value("DocType", step.text("reference_document"), "is_submittable"));
            }
            steps.add(values);
        }
        return steps;
    }
}
