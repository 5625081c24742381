package org.affogato.engine.db;

import java.time.Duration;
import org.affogato.engine.fieldtype.ColumnText;
import org.jspecify.annotations.Nullable;

/** How a value stands as text in {@code tabSingles}. */
public final class SingleText {
    private SingleText() {}

    public static @Nullable String of(@Nullable Object value) {
        return value instanceof Duration time ? clock(time) : ColumnText.of(value);
    }

    /** Unlike in answers, a fraction of a second has six digits. */
    private static String clock(Duration time) {
        String seconds = "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        int micros = time.toNanosPart() / 1000;
        return micros == 0 ? seconds : seconds + ".%06d".formatted(micros);
    }
}
