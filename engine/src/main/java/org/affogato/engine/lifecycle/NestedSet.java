package org.affogato.engine.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.error.NestedSetRecursionError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/** The numbers of one tree, and the statements that change them. */
final class NestedSet {
    /** Where a node lies. */
    record Span(long left, long right) {
        long width() {
            return right - left + 1;
        }
    }

    private final String table;
    private final String parentColumn;
    private final Database database;

    NestedSet(Meta meta, Database database) {
        this.table = SqlText.quote(meta.table());
        this.parentColumn = SqlText.quote(Trees.parentField(meta));
        this.database = database;
    }

    void set(String assignment, String name, @Nullable Object... values) {
        @Nullable Object[] bound = Arrays.copyOf(values, values.length + 1);
        bound[values.length] = name;
        database.execute("UPDATE " + table + " SET " + assignment + " WHERE `name` = ?", bound);
    }

    Span span(String name) {
        return database
                .query(
                        "SELECT COALESCE(`lft`, 0), COALESCE(`rgt`, 0) FROM " + table + " WHERE `name` = ? FOR UPDATE",
                        List.of(name),
                        row -> new Span(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst()
                .orElse(new Span(0, 0));
    }

    void add(String name, String parent) {
        long at = parent.isEmpty() ? afterLastRoot() : insideParent(name, parent);
        open(at, 2);
        set("`lft` = ?, `rgt` = ?", name, at, at + 1);
    }

    private long afterLastRoot() {
        return database.query(
                        "SELECT COALESCE(MAX(`rgt`), 0) + 1 FROM " + table + " WHERE COALESCE(" + parentColumn
                                + ", '') = ''",
                        List.of(),
                        row -> row.getLong(1))
                .getFirst();
    }

    private long insideParent(String name, String parent) {
        Span span = span(parent);
        refuseLoop(name, span);
        return Math.max(span.right(), 1);
    }

    /** A node cannot lie below itself. */
    private void refuseLoop(String name, Span parent) {
        List<Map<String, @Nullable Object>> loops = database.query(
                "SELECT `name` FROM " + table + " WHERE `name` = ? AND `lft` <= ? AND `rgt` >= ?",
                name,
                parent.left(),
                parent.right());
        if (!loops.isEmpty()) {
            throw new NestedSetRecursionError("A node cannot go below itself");
        }
    }

    private void open(long at, long width) {
        database.execute(
                "UPDATE " + table + " SET `lft` = IF(`lft` >= ?, `lft` + ?, `lft`), `rgt` = `rgt` + ? WHERE `rgt` >= ?",
                at,
                width,
                width,
                at);
    }

    void close(Span span) {
        database.execute(
                "UPDATE " + table + " SET `lft` = IF(`lft` > ?, `lft` - ?, `lft`), `rgt` = `rgt` - ? WHERE `rgt` > ?",
                span.right(),
                span.width(),
                span.width(),
                span.right());
    }

    void move(String name, String parent) {
        Span from = span(name);
        if (!parent.isEmpty()) {
            refuseLoop(name, span(parent));
        }
        database.execute(
                "UPDATE " + table + " SET `lft` = -`lft`, `rgt` = -`rgt` WHERE `lft` >= ? AND `rgt` <= ?",
                from.left(),
                from.right());
        close(from);
        long at = parent.isEmpty() ? afterLast() : span(parent).right();
        open(at, from.width());
        database.execute(
                "UPDATE " + table + " SET `lft` = -`lft` + ?, `rgt` = -`rgt` + ? WHERE `lft` < 0",
                at - from.left(),
                at - from.left());
    }

    private long afterLast() {
        return database.query("SELECT COALESCE(MAX(`rgt`), 0) + 1 FROM " + table, List.of(), row -> row.getLong(1))
                .getFirst();
    }

    boolean hasChildren(String name) {
        return !database.query("SELECT 1 FROM " + table + " WHERE " + parentColumn + " = ? LIMIT 1", name)
                .isEmpty();
    }

    boolean hasOpenChildren(String name) {
        return !database.query(
                        "SELECT 1 FROM " + table + " WHERE " + parentColumn + " = ? AND `docstatus` <> 2 LIMIT 1", name)
                .isEmpty();
    }

    void adopt(String name) {
        database.execute("UPDATE " + table + " SET " + parentColumn + " = ? WHERE `old_parent` = ?", name, name);
    }

    void rebuild() {
        long next = 1;
        for (String root : children("")) {
            next = number(root, next);
        }
    }

    private List<String> children(String parent) {
        return database.query(
                "SELECT `name` FROM " + table + " WHERE COALESCE(" + parentColumn + ", '') = ? ORDER BY `name`",
                List.of(parent),
                row -> row.getString(1));
    }

    private long number(String name, long left) {
        long right = left + 1;
        for (String child : children(name)) {
            right = number(child, right);
        }
        set("`lft` = ?, `rgt` = ?", name, left, right);
        return right + 1;
    }
}
