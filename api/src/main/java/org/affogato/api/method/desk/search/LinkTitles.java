package org.affogato.api.method.desk.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Titles in place of names, of documents that the caller may see. */
final class LinkTitles {
    private LinkTitles() {}

    static @Nullable Object of(Context context, Meta meta, String name) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", name);
        ListRequest request = ListRequest.visible(meta.name(), List.of("name", meta.titleField()), named)
                .limited(1);
        List<Map<String, @Nullable Object>> rows = context.documents().list(request);
        return rows.isEmpty() ? null : rows.getFirst().get(meta.titleField());
    }
}
