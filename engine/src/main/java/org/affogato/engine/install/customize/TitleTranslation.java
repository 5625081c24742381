package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** What a DocType is called in the caller's language: a record of Translation. */
final class TitleTranslation {
    private final String doctype;
    private final Context context;
    private final String language;

    TitleTranslation(String doctype, Context context) {
        this.doctype = doctype;
        this.context = context;
        this.language = language(context);
    }

    private static String language(Context context) {
        Object own = context.documents().value("User", context.user(), "language");
        Object site = own == null || own.equals("") ? context.documents().single("System Settings", "language") : own;
        return site == null || site.equals("") ? "en" : site.toString();
    }

    /** Empty where there is none. */
    String text() {
        return stored().map(row -> String.valueOf(row.get("translated_text"))).orElse("");
    }

    void set(String text) {
        Optional<Map<String, @Nullable Object>> stored = stored();
        if (text.equals(text())) {
            return;
        }
        stored.ifPresent(row -> context.documents().delete("Translation", String.valueOf(row.get("name"))));
        if (!text.isEmpty()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("source_text", doctype);
            values.put("translated_text", text);
            values.put("language", language);
            context.documents().insert(context.documents().create("Translation", values));
        }
    }

    private Optional<Map<String, @Nullable Object>> stored() {
        Map<String, @Nullable Object> filters = new LinkedHashMap<>();
        filters.put("source_text", doctype);
        filters.put("language", language);
        return context
                .documents()
                .list(ListRequest.all("Translation", List.of("name", "translated_text"), filters)
                        .limited(1))
                .stream()
                .findFirst();
    }
}
