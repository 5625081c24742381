package org.affogato.api.method.desk.meta;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.json.Prewritten;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Writes a definition as the desk gets it. Frappe: {@code FormMeta}. */
final class FormMetaWriter {
    private static final int MICROS = 1_000_000;

    private final Meta meta;
    private final Context context;
    private final FormScripts scripts;

    private FormMetaWriter(Meta meta, Context context, FormScripts scripts) {
        this.meta = meta;
        this.context = context;
        this.scripts = scripts;
    }

    static FormMeta write(String doctype, Context context, FormScripts scripts) {
        return new FormMetaWriter(context.meta(doctype), context, scripts).write();
    }

    private FormMeta write() {
        Map<String, @Nullable Object> content = content(meta);
        List<String> tables = meta.tableFields().stream()
                .map(DocField::options)
                .filter(Objects::nonNull)
                .filter(context::hasDoctype)
                .toList();
        String stamp = stamp(content, tables);
        content.put("modified", stamp);
        return new FormMeta(stamp, new Prewritten(JsonWriter.text(content)), tables);
    }

    private Map<String, @Nullable Object> content(Meta shown) {
        DefinitionRows rows = new DefinitionRows(shown, context);
        Map<String, @Nullable Object> content = rows.own();
        content.put("fields", rows.fields());
        content.put("permissions", rows.permissions());
        Dashboard dashboard = new Dashboard(shown);
        content.put("actions", rows.part("actions"));
        content.put("links", rows.links(dashboard));
        content.put("states", rows.part("states"));
        List<?> tableFields = rows.tableFields();
        if (!tableFields.isEmpty()) {
            content.put("_table_fields", tableFields);
        }
        content.put("__assets_loaded", true);
        content.putAll(new Assets(shown, context).all(dashboard));
        content.putAll(scripts.of(shown));
        return content;
    }

    /**
     * The moment of the definition's last change, its microseconds standing for the content: a client that keeps the
     * answer by this stamp also notices a changed Custom Field, child table or script, which leave the DocType's own
     * {@code modified} as it is.
     */
    private String stamp(Map<String, @Nullable Object> content, List<String> tables) {
        CRC32 check = new CRC32();
        add(check, content);
        tables.stream().distinct().map(context::meta).forEach(table -> add(check, content(table)));
        LocalDateTime modified =
                content.get("modified") instanceof LocalDateTime at ? at : LocalDateTime.MIN.withYear(1);
        long nanos = check.getValue() % MICROS * 1000;
        LocalDateTime stamp = modified.truncatedTo(ChronoUnit.SECONDS).plusNanos(nanos);
        return JsonWriter.text(stamp).replace("\"", "");
    }

    private static void add(CRC32 check, Map<String, @Nullable Object> content) {
        check.update(JsonWriter.text(content).getBytes(StandardCharsets.UTF_8));
    }
}
