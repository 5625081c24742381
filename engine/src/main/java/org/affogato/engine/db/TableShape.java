package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.TableIndex;

/**
 * The columns that a DocType's table needs beside the standard ones, in Frappe's order. Column names compare without
 * case, as in MariaDB: of two fields that differ in case only, the first has the column.
 */
final class TableShape {
    private static final Set<String> STANDARD =
            Set.of("name", "creation", "modified", "modified_by", "owner", "docstatus", "idx");
    private static final Set<String> CHILD = Set.of("parent", "parentfield", "parenttype");
    private static final List<String> OPTIONAL = List.of("_user_tags", "_comments", "_assign", "_liked_by");

    private final Meta meta;
    private final List<ShapedColumn> columns = new ArrayList<>();
    private final Set<String> taken = new HashSet<>(STANDARD);

    private final List<TableIndex> declared;

    private TableShape(Meta meta, List<TableIndex> declared) {
        this.meta = meta;
        this.declared = declared;
    }

    static TableShape of(Meta meta, List<TableIndex> declared) {
        TableShape shape = new TableShape(meta, declared);
        if (meta.isChild()) {
            shape.taken.addAll(CHILD);
        }
        meta.columnFields().forEach(shape::addField);
        if (!meta.isChild()) {
            OPTIONAL.forEach(shape::addOptional);
        }
        if (!meta.isChild() && meta.is("track_seen")) {
            shape.addOptional("_seen");
        }
        return shape;
    }

    Meta meta() {
        return meta;
    }

    /** Fitted into a row of MariaDB's size. */
    List<ShapedColumn> columns() {
        return RowSize.fit(columns);
    }

    /** Indexes over several columns, of those whose columns are there. */
    List<TableIndex> indexes() {
        return declared.stream()
                .filter(index -> index.parts().stream().allMatch(part -> taken.contains(part.fieldname())))
                .toList();
    }

    boolean declares(String indexName) {
        return declared.stream().anyMatch(index -> index.name().equalsIgnoreCase(indexName));
    }

    String nameType() {
        return meta.isAutoincrement() && !meta.isSingle() ? "bigint(20)" : "varchar(140)";
    }

    private void addField(DocField field) {
        if (!meta.isChild() && OPTIONAL.contains(field.fieldname())) {
            addOptional(field.fieldname());
            return;
        }
        Optional<Column> column = field.type().column(field);
        if (column.isPresent() && free(field.fieldname())) {
            columns.add(ShapedColumn.of(field, column.get()));
        }
    }

    private void addOptional(String name) {
        if (free(name)) {
            columns.add(new ShapedColumn(name, Column.of("text"), Set.of()));
        }
    }

    private boolean free(String name) {
        return !name.isBlank() && name.length() <= 64 && taken.add(name.toLowerCase(Locale.ROOT));
    }
}
