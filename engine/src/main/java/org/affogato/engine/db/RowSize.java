package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.meta.Column;

/**
 * Keeps a table's row below MariaDB's 65,535 bytes. Where a definition has more text fields than fit, the last of them
 * without a key become {@code text}, which hardly counts: the DocType works, where Frappe cannot make its table.
 */
final class RowSize {
    private static final int LIMIT = 65_535;
    /** Standard columns with those of a child table, and some room for columns that fields left behind. */
    private static final int RESERVED = 4_000;

    private RowSize() {}

    static List<ShapedColumn> fit(List<ShapedColumn> columns) {
        int size = RESERVED + columns.stream().mapToInt(RowSize::bytes).sum();
        if (size <= LIMIT) {
            return List.copyOf(columns);
        }
        List<ShapedColumn> fitted = new ArrayList<>(columns);
        for (int i = fitted.size() - 1; i >= 0 && size > LIMIT; i--) {
            ShapedColumn column = fitted.get(i);
            if (ShapedColumn.varcharLength(column.column().type()) > 0 && !column.hasKey()) {
                fitted.set(i, column.squeeze());
                size -= bytes(column) - bytes(fitted.get(i));
            }
        }
        return fitted;
    }

    private static int bytes(ShapedColumn column) {
        Column sql = column.column();
        int length = ShapedColumn.varcharLength(sql.type());
        return length > 0 ? length * 4 + 2 : 12;
    }
}
