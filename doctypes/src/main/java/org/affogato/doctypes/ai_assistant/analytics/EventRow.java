package org.affogato.doctypes.ai_assistant.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the sums need of a stored event.
 *
 * @param data {@code event_data} of a {@code file_edit}; missing for all others
 */
record EventRow(String user, LocalDateTime time, String type, String name, String workspace, JsonNode data) {
    static final String COLUMNS = "e.`user`, e.`timestamp`, e.event_type, e.event_name, e.workspace_id, "
            + "CASE WHEN e.event_type = 'file_edit' THEN e.event_data END";

    static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(
                row.getString(1),
                row.getObject(2, LocalDateTime.class),
                orEmpty(row.getString(3)),
                orEmpty(row.getString(4)),
                orEmpty(row.getString(5)),
                StoredJson.read(row.getString(6)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    boolean isCommand() {
        return type.equals("command");
    }

    boolean isAiRequest() {
        return type.equals("ai_request");
    }

    boolean isFileEdit() {
        return type.equals("file_edit");
    }

    boolean isCommit() {
        return name.equals("git.commit");
    }

    /** The edited file; empty where the event does not name one. */
    String file() {
        return data.path("file").asText("");
    }

    String language() {
        return data.path("language").asText("");
    }

    long linesAdded() {
        return Math.max(0, data.path("lines_added").asLong(0));
    }

    long linesDeleted() {
        return Math.max(0, data.path("lines_deleted").asLong(0));
    }
}
