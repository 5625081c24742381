package org.affogato.engine.install;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.DefinitionStore;
import org.affogato.engine.install.rule.RowName;
import org.affogato.engine.registry.DefinitionRows;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Turns definitions into rows of DocType and its child tables, collected by table. */
final class DefinitionTables {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[ HH:mm:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter();

    private final LocalDateTime now;
    private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

    DefinitionTables(LocalDateTime now) {
        this.now = now;
    }

    /** Rows by DocType of their table. */
    Map<String, List<Map<String, @Nullable Object>>> rows() {
        return rows;
    }

    void add(Map<String, @Nullable Object> definition) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>(definition);
        header.keySet().removeAll(DefinitionStore.TABLES.keySet());
        stamp(header, definition);
        header.put("migration_hash", null);
        table("DocType").add(header);
        DefinitionStore.TABLES.forEach((key, doctype) -> addChildren(definition, key, doctype));
    }

    private void addChildren(Map<String, @Nullable Object> definition, String key, String doctype) {
        long idx = 0;
        for (Map<String, @Nullable Object> row : DefinitionRows.of(definition.get(key))) {
            stamp(row, definition);
            row.putIfAbsent("name", RowName.random());
            row.put("parent", definition.get("name"));
            row.put("parenttype", "DocType");
            row.put("parentfield", key);
            row.put("idx", ++idx);
            table(doctype).add(row);
        }
    }

    private void stamp(Map<String, @Nullable Object> row, Map<String, @Nullable Object> definition) {
        row.put("creation", time(definition.get("creation")));
        row.put("modified", time(definition.get("modified")));
        row.put("owner", Context.ADMINISTRATOR);
        row.put("modified_by", Context.ADMINISTRATOR);
        row.put("docstatus", 0L);
    }

    private LocalDateTime time(@Nullable Object value) {
        if (value instanceof LocalDateTime already) {
            return already;
        }
        try {
            return value == null ? now : LocalDateTime.parse(value.toString(), TIME);
        } catch (DateTimeParseException unreadable) {
            return now;
        }
    }

    private List<Map<String, @Nullable Object>> table(String doctype) {
        return rows.computeIfAbsent(doctype, key -> new ArrayList<>());
    }
}
