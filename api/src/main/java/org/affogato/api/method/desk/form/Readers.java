package org.affogato.api.method.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.jspecify.annotations.Nullable;

/** Keeps who opened a document, where its DocType asks for it. Frappe: {@code add_viewed}, {@code add_seen}. */
final class Readers {
    private final Context context;
    private final Document document;

    Readers(Context context, Document document) {
        this.context = context;
        this.document = document;
    }

    /** One View Log each time. */
    void addView() {
        if (!document.meta().is("track_views")) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("viewed_by", context.user());
        values.put("reference_doctype", document.doctype());
        values.put("reference_name", document.name());
        Documents documents =
                context.with(context.flags().ignoringPermissions()).documents();
        documents.insert(documents.create("View Log", values));
    }

    /** The user's name in {@code _seen}, once. */
    void addSeen() {
        Meta meta = document.meta();
        if (!meta.is("track_seen") || meta.isSingle() || meta.isVirtual() || meta.isChild()) {
            return;
        }
        List<Object> seen = new ArrayList<>(seen(meta));
        if (!seen.contains(context.user())) {
            seen.add(context.user());
            context.database()
                    .execute(
                            "UPDATE {%s} SET `_seen` = ? WHERE `name` = ?".formatted(meta.name()),
                            JsonWriter.text(seen),
                            document.name());
        }
    }

    private List<?> seen(Meta meta) {
        List<@Nullable String> stored = context.database()
                .query(
                        "SELECT `_seen` FROM {%s} WHERE `name` = ?".formatted(meta.name()),
                        List.of(document.name()),
                        row -> row.getString(1));
        Object read = stored.isEmpty() ? null : Json.readIfJson(stored.getFirst());
        return read instanceof List<?> list ? list : List.of();
    }
}
