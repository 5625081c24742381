package org.affogato.api.resource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Texts;
import org.jspecify.annotations.Nullable;

/** The last row of a page, by the value it is ordered by and its name. */
record Cursor(String value, String name) {
    private static final String BETWEEN = "\n";

    static Cursor of(Map<String, @Nullable Object> row, CursorOrder order) {
        return new Cursor(Texts.of(row.get(order.field())), Texts.of(row.get("name")));
    }

    /**
     * @throws ValidationError where the text is no cursor of a list
     */
    static Cursor read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, 2);
            if (parts.length == 2) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException garbled) {
            throw notOne();
        }
        throw notOne();
    }

    private static ValidationError notOne() {
        return new ValidationError("The cursor is none that this list gave");
    }

    String text() {
        byte[] bytes = (value + BETWEEN + name).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
