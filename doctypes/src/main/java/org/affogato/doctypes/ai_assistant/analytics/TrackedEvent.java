package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One event that passed every check, with the values as they are stored. */
record TrackedEvent(
        String eventId,
        String user,
        String type,
        String category,
        String name,
        @Nullable String data,
        LocalDateTime timestamp,
        @Nullable String sessionId,
        @Nullable String workspaceId,
        @Nullable Long durationMs,
        @Nullable String metadata) {}
