package org.affogato.doctypes.frappe.desk.report.todo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.ScriptReport;
import org.jspecify.annotations.Nullable;

/** The caller's open tasks and those handed to others, the most urgent and latest first. */
public final class OpenTasks implements ScriptReport {
    private static final List<String> COLUMNS = List.of(
            "ID:Link/ToDo:90",
            "Priority::60",
            "Date:Date",
            "Description::150",
            "Assigned To/Owner:Data:120",
            "Assigned By:Data:120",
            "Reference::200");
    private static final List<String> FIELDS = List.of(
            "name", "priority", "date", "description", "owner", "assigned_by", "reference_type", "reference_name");
    private static final List<String> PRIORITIES = List.of("Low", "Medium", "High");

    @Override
    public String name() {
        return "ToDo";
    }

    @Override
    public String doctype() {
        return "ToDo";
    }

    @Override
    public List<String> roles() {
        return List.of("System Manager");
    }

    @Override
    public Result run(Map<String, @Nullable Object> filters, Context context) {
        Comparator<Map<String, @Nullable Object>> urgency =
                Comparator.comparing(task -> PRIORITIES.indexOf(text(task, "priority")));
        List<Map<String, @Nullable Object>> tasks =
                context.documents().list(ListRequest.visible("ToDo", FIELDS, Map.of("status", "Open")));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tasks.stream()
                .filter(task -> concerns(task, context.user()))
                .sorted(urgency.thenComparing(task -> text(task, "date")).reversed())
                .forEach(task -> rows.add(row(task)));
        return new Result(COLUMNS, rows);
    }

    private static boolean concerns(Map<String, @Nullable Object> task, String user) {
        return user.equals(task.get("owner")) || user.equals(task.get("assigned_by"));
    }

    private static List<@Nullable Object> row(Map<String, @Nullable Object> task) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(task);
        String type = text(row, "reference_type");
        String name = text(row, "reference_name");
        row.remove("reference_type");
        row.put("reference_name", type.isEmpty() ? null : type + ": " + name);
        return new ArrayList<>(row.values());
    }

    private static String text(Map<String, @Nullable Object> task, String fieldname) {
        Object value = task.get(fieldname);
        return value == null ? "" : value.toString();
    }
}
