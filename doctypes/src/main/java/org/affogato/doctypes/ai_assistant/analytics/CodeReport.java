package org.affogato.doctypes.ai_assistant.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a user did to code over a period, in one workspace or all: rows of Code Metrics for days that are summed up, the
 * events for the others, and what clients posted themselves.
 */
final class CodeReport {
    private static final String ROWS =
            "SELECT c.files_edited, c.lines_added, c.lines_deleted, c.commit_count, c.languages, c.file_types "
                    + "FROM {Code Metrics} c WHERE c.`user` = ? AND c.`timestamp` >= ? AND c.`timestamp` < ? "
                    + "AND (c.source <> 'events' OR EXISTS (SELECT 1 FROM {User Analytics Summary} s "
                    + "WHERE s.`user` = c.`user` AND s.date = DATE(c.`timestamp`) AND s.is_stale = 0))";

    private final Tally languages = new Tally();
    private final Tally fileTypes = new Tally();
    private long files;
    private long added;
    private long deleted;
    private long commits;

    static CodeReport of(Context context, String user, @Nullable String workspace, Period period) {
        CodeReport report = new CodeReport();
        boolean all = workspace == null || workspace.isBlank();
        List<Object> values = new ArrayList<>(List.of(user, period.start(), period.end()));
        if (!all) {
            values.add(workspace);
        }
        context.database().begin();
        context.database().stream(all ? ROWS : ROWS + " AND c.workspace_id = ?", values, row -> {
            report.files += row.getLong(1);
            report.added += row.getLong(2);
            report.deleted += row.getLong(3);
            report.commits += row.getLong(4);
            report.languages.addAll(Tally.of(StoredJson.read(row.getString(5))));
            report.fileTypes.addAll(Tally.of(StoredJson.read(row.getString(6))));
        });
        for (DayFigures day : new DayFold(context).openDays(user, period).values()) {
            day.codeByWorkspace().forEach((place, code) -> report.add(code, all || place.equals(workspace)));
        }
        return report;
    }

    private void add(CodeFigures code, boolean wanted) {
        if (!wanted) {
            return;
        }
        files += code.filesEdited();
        added += code.linesAdded();
        deleted += code.linesDeleted();
        commits += code.commits();
        languages.addAll(code.languages());
        fileTypes.addAll(code.fileTypes());
    }

    Map<String, @Nullable Object> figures() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("files_edited", files);
        figures.put("lines_added", added);
        figures.put("lines_deleted", deleted);
        figures.put("lines_changed", added + deleted);
        figures.put("commit_count", commits);
        figures.put("languages", languages.byCount());
        figures.put("file_types", fileTypes.byCount());
        return figures;
    }
}
