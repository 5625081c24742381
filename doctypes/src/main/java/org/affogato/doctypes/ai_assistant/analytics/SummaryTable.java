package org.affogato.doctypes.ai_assistant.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * A DocType whose rows are computed: new rows are inserted, rows that differ are updated, equal ones are not touched.
 * A row's name follows from its key, so that two runs at once cannot write it twice.
 */
final class SummaryTable {
    /** As many as a Float column keeps. */
    private static final int DECIMALS = 9;

    private final String doctype;
    private final List<String> keys;
    private final List<String> columns;

    /**
     * @param keys columns that tell rows apart
     * @param columns all other columns that are written
     */
    SummaryTable(String doctype, List<String> keys, List<String> columns) {
        this.doctype = doctype;
        this.keys = keys;
        this.columns = columns;
    }

    /** The name that the row of a key has. */
    static String nameOf(Object... key) {
        String text = Stream.of(key).map(String::valueOf).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /**
     * Brings the rows of a period up to date.
     *
     * @param period the WHERE clause that finds the stored rows, with its values
     * @return number of rows written
     */
    long write(Context context, String period, List<?> values, List<SummaryRow> computed) {
        Map<List<Object>, Map<String, @Nullable Object>> stored = stored(context, period, values);
        List<List<@Nullable Object>> inserts = new ArrayList<>();
        List<List<@Nullable Object>> updates = new ArrayList<>();
        LocalDateTime now = context.now();
        for (SummaryRow row : computed) {
            Map<String, @Nullable Object> before = stored.get(key(row.values()));
            if (before == null) {
                inserts.add(insertValues(row, now));
            } else if (differs(before, row.values())) {
                updates.add(updateValues(before, row, now));
            }
        }
        context.database().executeBatch(insert(), inserts);
        context.database().executeBatch(update(), updates);
        return inserts.size() + updates.size();
    }

    private Map<List<Object>, Map<String, @Nullable Object>> stored(Context context, String period, List<?> values) {
        Map<List<Object>, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        String sql = "SELECT name, " + list(allColumns()) + " FROM {" + doctype + "} WHERE " + period;
        for (Map<String, @Nullable Object> row : context.database().query(sql, values.toArray())) {
            rows.put(key(row), row);
        }
        return rows;
    }

    private List<Object> key(Map<String, @Nullable Object> row) {
        return keys.stream()
                .map(column -> plain(row.get(column)))
                .map(value -> value == null ? "" : value)
                .toList();
    }

    private boolean differs(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return columns.stream()
                .anyMatch(column -> !Objects.equals(plain(before.get(column)), plain(after.get(column))));
    }

    /** A value in a form in which equal ones are equal, whether computed or read. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> rounded(new BigDecimal(number.toString()));
            default -> value;
        };
    }

    private static BigDecimal rounded(BigDecimal number) {
        BigDecimal stored = number.setScale(DECIMALS, RoundingMode.HALF_UP);
        return stored.signum() == 0 ? BigDecimal.ZERO : stored.stripTrailingZeros();
    }

    private List<@Nullable Object> insertValues(SummaryRow row, LocalDateTime now) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(nameOf(key(row.values()).toArray()));
        values.addAll(List.of(now, now, row.owner()));
        allColumns().forEach(column -> values.add(row.values().get(column)));
        return values;
    }

    private List<@Nullable Object> updateValues(
            Map<String, @Nullable Object> before, SummaryRow row, LocalDateTime now) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.values().get(column)));
        values.add(now);
        values.add(before.get("name"));
        return values;
    }

    private String insert() {
        return "INSERT INTO {" + doctype + "} (name, creation, modified, owner, modified_by, " + list(allColumns())
                + ") VALUES (?, ?, ?, ?, 'Administrator'"
                + ", ?".repeat(allColumns().size())
                + ") ON DUPLICATE KEY UPDATE name = name";
    }

    private String update() {
        return "UPDATE {" + doctype + "} SET "
                + columns.stream()
                        .map(this::quoted)
                        .map(column -> column + " = ?")
                        .collect(Collectors.joining(", "))
                + ", modified = ? WHERE name = ?";
    }

    private List<String> allColumns() {
        return Stream.concat(keys.stream(), columns.stream()).toList();
    }

    private String list(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    private String quoted(String column) {
        return "{" + doctype + "." + column + "}";
    }

    /**
     * A computed row.
     *
     * @param owner whose row it is
     */
    record SummaryRow(String owner, Map<String, @Nullable Object> values) {}
}
