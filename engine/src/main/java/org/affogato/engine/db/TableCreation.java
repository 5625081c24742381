package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.db.ShapedColumn.Trait;

/** The statements that make a DocType's table, Frappe's layout to the order of its columns and the names of its keys. */
final class TableCreation {
    private static final String TEXT = "varchar(140)";

    private TableCreation() {}

    static List<String> statements(TableShape shape) {
        List<String> statements = new ArrayList<>();
        if (shape.meta().isAutoincrement()) {
            statements.add(sequence(shape.meta().name()));
        }
        statements.add(create(shape));
        return statements;
    }

    /** The counter of autoincrement names; the database keeps it, as Frappe has it. */
    static String sequence(String doctype) {
        return "CREATE SEQUENCE IF NOT EXISTS " + SqlText.quote(SequenceName.of(doctype)) + " NOCACHE NOCYCLE";
    }

    private static String create(TableShape shape) {
        List<String> parts = new ArrayList<>(standard(shape));
        List<ShapedColumn> columns = shape.columns();
        columns.forEach(column -> parts.add(column.definition() + (column.is(Trait.UNIQUE) ? " UNIQUE" : "")));
        columns.stream()
                .filter(ShapedColumn::needsIndex)
                .forEach(column -> parts.add("INDEX %1$s (%1$s)".formatted(SqlText.quote(column.name()))));
        parts.addAll(shape.meta().isChild() ? child() : List.of("INDEX `modified` (`modified`)"));
        shape.indexes().forEach(index -> parts.add(DeclaredIndex.definition(index)));
        return "CREATE TABLE %s (\n  %s\n) ENGINE=%s ROW_FORMAT=DYNAMIC CHARACTER SET=utf8mb4 COLLATE=utf8mb4_unicode_ci"
                .formatted(SqlText.quote(shape.meta().table()), String.join(",\n  ", parts), engine(shape));
    }

    private static List<String> standard(TableShape shape) {
        return List.of(
                "`name` " + shape.nameType() + " PRIMARY KEY",
                "`creation` datetime(6)",
                "`modified` datetime(6)",
                "`modified_by` " + TEXT,
                "`owner` " + TEXT,
                "`docstatus` int(1) NOT NULL DEFAULT 0",
                "`idx` int(8) NOT NULL DEFAULT 0");
    }

    private static List<String> child() {
        return List.of(
                "`parent` " + TEXT, "`parentfield` " + TEXT, "`parenttype` " + TEXT, "INDEX `parent` (`parent`)");
    }

    private static String engine(TableShape shape) {
        return shape.meta().attributes().text("engine", "").equals("MyISAM") ? "MyISAM" : "InnoDB";
    }
}
