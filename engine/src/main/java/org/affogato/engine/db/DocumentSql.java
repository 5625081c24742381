package org.affogato.engine.db;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.meta.Meta;

/** The statements of one DocType's table, made once a Meta: their texts are stable, so the driver prepares them once. */
final class DocumentSql {
    private final String table;
    private final List<String> columns;
    private final String select;
    private final String selectForUpdate;
    private final String selectChildren;

    DocumentSql(Meta meta) {
        this.table = SqlText.quote(meta.table());
        this.columns = List.copyOf(meta.columns());
        String all = "SELECT " + SqlText.quoteAll(columns) + " FROM " + table;
        this.select = "SELECT " + SqlText.quoteAll(withSocial(meta)) + " FROM " + table + " WHERE `name` = ?";
        this.selectForUpdate = select + " FOR UPDATE";
        this.selectChildren = all + " WHERE `parent` = ? AND `parenttype` = ? AND `parentfield` = ? ORDER BY `idx`";
    }

    /** What users hang on a document is read with it, but written by those who keep it only. */
    private static Set<String> withSocial(Meta meta) {
        Set<String> read = new LinkedHashSet<>(meta.columns());
        if (!meta.isChild()) {
            read.addAll(List.of("_user_tags", "_liked_by"));
        }
        return read;
    }

    List<String> columns() {
        return columns;
    }

    String select(boolean forUpdate) {
        return forUpdate ? selectForUpdate : select;
    }

    String selectChildren() {
        return selectChildren;
    }

    String insert(int rows) {
        String row = "(" + SqlText.marks(columns.size()) + ")";
        return "INSERT INTO " + table + " (" + SqlText.quoteAll(columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    String update(Collection<String> changed) {
        return "UPDATE " + table + " SET "
                + changed.stream().map(column -> SqlText.quote(column) + " = ?").collect(Collectors.joining(", "))
                + " WHERE `name` = ?";
    }

    String delete(int rows) {
        return "DELETE FROM " + table + " WHERE `name` IN (" + SqlText.marks(rows) + ")";
    }
}
