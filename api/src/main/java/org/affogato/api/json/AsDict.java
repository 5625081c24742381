package org.affogato.api.json;

import java.util.Map;
import org.affogato.engine.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document that goes out with its null values, as the {@code frappe.client} methods answer it; a bare Document goes
 * out without them.
 *
 * @param more keys that go out beside the document's own
 */
public record AsDict(Document document, Map<String, ? extends @Nullable Object> more) {
    public AsDict(Document document) {
        this(document, Map.of());
    }
}
