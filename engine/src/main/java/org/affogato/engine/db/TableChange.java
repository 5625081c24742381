package org.affogato.engine.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.db.ShapedColumn.Trait;
import org.affogato.engine.db.TableState.ColumnState;
import org.affogato.engine.db.TableState.IndexState;
import org.affogato.engine.meta.Column;

/**
 * Works out how a standing table becomes what the definition wants: one ALTER for all of it. Columns are added and
 * changed, never dropped; a type that would cut stored text stays as it is. Frappe: {@code MariaDBTable.alter}.
 */
final class TableChange {
    private final TableShape shape;
    private final TableState state;
    private final TableProbe probe;
    private final List<String> before = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private TableChange(TableShape shape, TableState state, TableProbe probe) {
        this.shape = shape;
        this.state = state;
        this.probe = probe;
    }

    static TablePlan plan(TableShape shape, TableState state, TableProbe probe) throws SQLException {
        TableChange change = new TableChange(shape, state, probe);
        change.nameColumn();
        change.parentColumns();
        for (ShapedColumn column : shape.columns()) {
            change.column(column);
        }
        change.declaredIndexes();
        return change.plan();
    }

    private TablePlan plan() {
        List<String> statements = new ArrayList<>(before);
        if (!parts.isEmpty()) {
            statements.add("ALTER TABLE %s %s".formatted(SqlText.quote(state.name()), String.join(", ", parts)));
        }
        return new TablePlan(shape.meta().name(), statements, notes);
    }

    /** The type of names changes only while there are none. */
    private void nameColumn() throws SQLException {
        String wanted = shape.nameType();
        ColumnState name = state.column("name").orElseThrow();
        if (name.type().startsWith("bigint") == wanted.startsWith("bigint") || !probe.isEmpty(state.name())) {
            return;
        }
        if (shape.meta().isAutoincrement()) {
            before.add(TableCreation.sequence(shape.meta().name()));
        }
        parts.add("MODIFY `name` " + wanted + " NOT NULL");
    }

    private void parentColumns() {
        if (!shape.meta().isChild()) {
            return;
        }
        for (String column : List.of("parent", "parentfield", "parenttype")) {
            if (state.column(column).isEmpty()) {
                parts.add("ADD COLUMN `%s` varchar(140)".formatted(column));
            }
        }
        if (state.column("parent").isEmpty()) {
            parts.add("ADD INDEX `parent` (`parent`)");
        }
    }

    private void column(ShapedColumn wanted) throws SQLException {
        ColumnState current = state.column(wanted.name()).orElse(null);
        if (current == null) {
            parts.add("ADD COLUMN " + wanted.definition());
        } else {
            modify(wanted, current);
        }
        keys(wanted);
    }

    private void modify(ShapedColumn wanted, ColumnState current) throws SQLException {
        ShapedColumn fitting = fitting(wanted, current);
        boolean typeChanges = !fitting.column().type().equals(current.type());
        boolean nullChanges = nullabilityChanges(fitting, current);
        if (!typeChanges && !nullChanges && !defaultChanges(fitting, current)) {
            return;
        }
        boolean fillsNulls = !fitting.column().nullable() && current.nullable();
        if (fillsNulls) {
            before.add(fillNulls(fitting));
        }
        parts.add("MODIFY " + fitting.definition());
    }

    /** The wanted column, with the standing type where the wanted one would cut what is stored. */
    private ShapedColumn fitting(ShapedColumn wanted, ColumnState current) throws SQLException {
        int length = ShapedColumn.varcharLength(wanted.column().type());
        if (wanted.is(Trait.SQUEEZED) && ShapedColumn.varcharLength(current.type()) > 0) {
            return wanted.withType(current.type());
        }
        if (length == 0 || !isWider(current.type(), length) || probe.longest(state.name(), current.name()) <= length) {
            return wanted;
        }
        notes.add("Reverting length to %s for '%s' in '%s'. Setting the length as %d will cause truncation of data."
                .formatted(
                        current.type().replaceAll("\\D", ""),
                        wanted.name(),
                        shape.meta().name(),
                        length));
        return wanted.withType(current.type());
    }

    private static boolean isWider(String type, int length) {
        return type.endsWith("text") || type.equals("json") || ShapedColumn.varcharLength(type) > length;
    }

    /** Numbers are never null in new tables; older ones keep what they have unless the field asks for it. */
    private static boolean nullabilityChanges(ShapedColumn wanted, ColumnState current) {
        Column column = wanted.column();
        if (column.nullable() == current.nullable()) {
            return false;
        }
        return column.nullable() || wanted.is(Trait.NOT_NULL_ASKED);
    }

    private static boolean defaultChanges(ShapedColumn wanted, ColumnState current) {
        return !wanted.is(Trait.DYNAMIC_DEFAULT) && !DefaultLiteral.same(wanted.column(), current.defaultValue());
    }

    private String fillNulls(ShapedColumn column) {
        String value = column.column().defaultValue();
        String literal = DefaultLiteral.quote(value == null ? "" : value);
        return "UPDATE %1$s SET %2$s = %3$s WHERE %2$s IS NULL"
                .formatted(SqlText.quote(state.name()), SqlText.quote(column.name()), literal);
    }

    private void keys(ShapedColumn wanted) {
        String name = SqlText.quote(wanted.name());
        if (wanted.is(Trait.UNIQUE) && !state.isUnique(wanted.name())) {
            parts.add("ADD UNIQUE INDEX IF NOT EXISTS %1$s (%1$s)".formatted(name));
        }
        if (wanted.needsIndex() && !state.isIndexed(wanted.name())) {
            parts.add("ADD INDEX IF NOT EXISTS %s (%s)".formatted(SqlText.quote(wanted.name() + "_index"), name));
        }
        state.indexes().stream().filter(index -> isObsolete(index, wanted)).forEach(this::drop);
    }

    private void declaredIndexes() {
        shape.indexes().stream()
                .filter(index ->
                        state.indexes().stream().noneMatch(there -> there.name().equalsIgnoreCase(index.name())))
                .forEach(index -> parts.add("ADD " + DeclaredIndex.definition(index)));
    }

    private void drop(IndexState index) {
        parts.add("DROP INDEX " + SqlText.quote(index.name()));
    }

    /** Only keys that a field's {@code unique} or {@code search_index} made: others are somebody's own. */
    private boolean isObsolete(IndexState index, ShapedColumn wanted) {
        if (!index.isOnly(wanted.name()) || index.prefix() || shape.declares(index.name())) {
            return false;
        }
        if (index.unique()) {
            return !wanted.is(Trait.UNIQUE) && index.name().equalsIgnoreCase(wanted.name());
        }
        boolean ours =
                index.name().equalsIgnoreCase(wanted.name()) || index.name().equalsIgnoreCase(wanted.name() + "_index");
        return ours && !wanted.is(Trait.INDEXED);
    }
}
