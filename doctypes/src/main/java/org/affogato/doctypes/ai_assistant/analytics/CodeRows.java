package org.affogato.doctypes.ai_assistant.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.analytics.SummaryTable.SummaryRow;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The rows of Code Metrics that are summed up from events, one a user, workspace and day; those of clients stay apart. */
final class CodeRows {
    private static final SummaryTable TABLE = new SummaryTable(
            "Code Metrics",
            List.of("user", "workspace_id", "timestamp"),
            List.of(
                    "source",
                    "files_edited",
                    "lines_added",
                    "lines_deleted",
                    "commit_count",
                    "languages",
                    "file_types"));

    private CodeRows() {}

    static long write(Context context, Period period, Map<UserDay, DayFigures> days) {
        List<SummaryRow> rows = new ArrayList<>();
        days.forEach((day, figures) -> figures.codeByWorkspace()
                .forEach((workspace, code) -> rows.add(new SummaryRow(day.user(), values(day, workspace, code)))));
        String stored = "source = 'events' AND `timestamp` >= ? AND `timestamp` < ?";
        return TABLE.write(context, stored, List.of(period.start(), period.end()), rows);
    }

    private static Map<String, @Nullable Object> values(UserDay day, String workspace, CodeFigures code) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("user", day.user());
        values.put("workspace_id", workspace.isEmpty() ? null : workspace);
        values.put("timestamp", day.day().atStartOfDay());
        values.put("source", "events");
        values.put("files_edited", code.filesEdited());
        values.put("lines_added", code.linesAdded());
        values.put("lines_deleted", code.linesDeleted());
        values.put("commit_count", code.commits());
        values.put("languages", code.languages().json().toString());
        values.put("file_types", code.fileTypes().json().toString());
        return values;
    }
}
