package org.affogato.api.method.desk.meta;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** How much of a row's room the fields of a DocType take. Frappe: {@code get_row_size}. */
@Singleton
public class RowSizes implements WhitelistedMethods {
    private static final double ROOM = 65_535;
    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry("tinyint", 1),
            Map.entry("smallint", 2),
            Map.entry("int", 4),
            Map.entry("bigint", 8),
            Map.entry("double", 8),
            Map.entry("date", 3),
            Map.entry("text", 10),
            Map.entry("mediumtext", 11),
            Map.entry("longtext", 12),
            Map.entry("longblob", 12));

    /** In percent, with two places; 0 for a DocType without a table. */
    @Whitelisted("frappe.core.doctype.doctype.doctype.get_row_size_utilization")
    @Requires(right = "read", doctype = "DocType")
    public double utilization(Context context, String doctype) {
        int bytes = context
                .database()
                .query(
                        "SELECT data_type, character_octet_length, numeric_precision, numeric_scale, datetime_precision"
                                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                        List.of("tab" + doctype),
                        RowSizes::bytes)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        return Math.round(bytes / ROOM * 10_000) / 100.0;
    }

    private static int bytes(ResultSet column) throws SQLException {
        String type = column.getString(1);
        return switch (type) {
            case "varchar", "varbinary" -> column.getInt(2) + (column.getInt(2) > 255 ? 2 : 1);
            case "char", "binary" -> column.getInt(2);
            case "decimal" -> digits(column.getInt(3) - column.getInt(4)) + digits(column.getInt(4));
            case "time" -> 3 + (column.getInt(5) + 1) / 2;
            case "datetime" -> 5 + (column.getInt(5) + 1) / 2;
            case "timestamp" -> 4 + (column.getInt(5) + 1) / 2;
            default -> BYTES.getOrDefault(type, 0);
        };
    }

    /** Nine digits lie in four bytes, the rest in one byte for two. */
    private static int digits(int number) {
        return number / 9 * 4 + (number % 9 + 1) / 2;
    }
}
