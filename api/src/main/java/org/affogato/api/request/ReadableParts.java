package org.affogato.api.request;

import java.util.Map;
import org.affogato.api.json.AsDict;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the documents of an answer the fields that the caller may not read. Every answer passes here, those of
 * writes too, so that no endpoint has to think of it.
 */
public final class ReadableParts {
    private ReadableParts() {}

    /**
     * @param value what is about to go out
     */
    public static void keep(@Nullable Object value, Context context) {
        switch (value) {
            case Document document -> context.permissions().hideUnreadable(document);
            case AsDict(Document document, Map<String, ?> more) ->
                context.permissions().hideUnreadable(document);
            case Map<?, ?> map -> map.values().forEach(part -> keep(part, context));
            case Iterable<?> list -> list.forEach(part -> keep(part, context));
            case null, default -> {
                // holds no document
            }
        }
    }
}
