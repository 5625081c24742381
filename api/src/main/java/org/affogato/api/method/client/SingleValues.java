package org.affogato.api.method.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.SingleText;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Values of Singles as RPC answers them: {@code get_value} the stored texts, {@code get_single_value} typed ones. */
final class SingleValues {
    private static final Set<String> TEXTS =
            Set.of("Data", "Text", "Small Text", "Long Text", "Text Editor", "Select", "Link", "Dynamic Link");

    private SingleValues() {}

    /** One row of texts, or none where the Single does not match: filters answer all of its values. */
    static List<Map<String, @Nullable Object>> matching(
            Context context, Meta meta, List<?> fields, @Nullable Object filters) {
        Document single = context.documents().get(meta.name(), meta.name());
        context.permissions().check(Right.READ, single);
        context.permissions().hideUnreadable(single);
        boolean filtered = filters instanceof Map<?, ?> map && !map.isEmpty();
        if (filtered && !matches(single, (Map<?, ?>) filters)) {
            return List.of();
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        single.values().forEach((name, value) -> {
            if (filtered || fields.contains(name)) {
                row.put(name, SingleText.of(value));
            }
        });
        return row.isEmpty() ? List.of() : List.of(row);
    }

    private static boolean matches(Document single, Map<?, ?> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> filter.getValue() != null
                        && filter.getValue()
                                .equals(SingleText.of(single.get(filter.getKey().toString()))));
    }

    /** The right on the DocType is not enough: owner, share and User Permissions count for a Single too. */
    static boolean mayRead(Context context, Meta meta) {
        return context.permissions().has(Right.READ, meta.name())
                && (!meta.isSingle()
                        || context.permissions()
                                .has(Right.READ, context.documents().get(meta.name(), meta.name())));
    }

    static boolean isHidden(Context context, Meta meta, DocField field) {
        return field.permlevel() > 0
                && !context.isAdministrator()
                && !context.permissions().permlevels(meta.name(), Right.READ).contains(field.permlevel());
    }

    /** A text that was never set is empty. */
    static @Nullable Object shown(DocField field, @Nullable Object value) {
        return value == null && TEXTS.contains(field.fieldtype()) ? "" : value;
    }
}
