package org.affogato.engine.lifecycle;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a value counts as given where the reference asks for its truth: not null, empty, zero or false. */
final class Truth {
    private Truth() {}

    static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case CharSequence text -> !text.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }
}
