package org.affogato.engine.fieldtype;

import org.jspecify.annotations.Nullable;

/** What a text column holds of a value that is not text: clients may send numbers and booleans. */
public final class ColumnText {
    private ColumnText() {}

    public static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag ? "1" : "0";
            case Double number when Double.isFinite(number) -> shortest(number);
            default -> Texts.of(value);
        };
    }

    /** The database writes a whole double without its fraction. */
    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : Numbers.text(number);
    }
}
