package org.affogato.engine.db;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How a value stands as text in {@code tabSingles}. */
public final class SingleText {
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private SingleText() {}

    public static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDateTime time -> time.format(DATETIME);
            case Duration time -> "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
            default -> value.toString();
        };
    }
}
