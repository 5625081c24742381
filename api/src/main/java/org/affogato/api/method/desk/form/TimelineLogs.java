package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The Comments of a document, sorted into the lists that a form's timeline is made of. */
final class TimelineLogs {
    /** Where in docinfo entries go; {@code shared} is left to the shares themselves. */
    static final List<String> KEYS =
            List.of("comments", "assignment_logs", "attachment_logs", "info_logs", "like_logs", "workflow_logs");

    private final Context context;

    TimelineLogs(Context context) {
        this.context = context;
    }

    Map<String, List<Map<String, @Nullable Object>>> of(DocRef place) {
        Map<String, List<Map<String, @Nullable Object>>> logs = new LinkedHashMap<>();
        KEYS.forEach(key -> logs.put(key, new ArrayList<>()));
        List<Map<String, @Nullable Object>> entries = context.database()
                .query(
                        "SELECT name, creation, content, owner, comment_type FROM {Comment}"
                                + " WHERE reference_doctype = ? AND reference_name = ? ORDER BY modified DESC",
                        place.doctype(),
                        place.name());
        for (Map<String, @Nullable Object> entry : entries) {
            List<Map<String, @Nullable Object>> list = logs.get(key(String.valueOf(entry.get("comment_type"))));
            if (list != null) {
                list.add(shown(entry));
            }
        }
        return logs;
    }

    private static String key(String type) {
        return switch (type) {
            case "Comment" -> "comments";
            case "Assigned", "Assignment Completed" -> "assignment_logs";
            case "Attachment", "Attachment Removed" -> "attachment_logs";
            case "Info", "Edit", "Label" -> "info_logs";
            case "Like" -> "like_logs";
            case "Workflow" -> "workflow_logs";
            default -> "";
        };
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> entry) {
        if ("Comment".equals(entry.get("comment_type"))) {
            Object content = entry.get("content");
            entry.put("content", Remark.html(content == null ? "" : content.toString()));
        }
        return entry;
    }
}
