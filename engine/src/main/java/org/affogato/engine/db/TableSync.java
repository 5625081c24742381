package org.affogato.engine.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.TableIndex;
import org.jspecify.annotations.Nullable;

/**
 * Brings tables in line with definitions, on connections of its own. Frappe: {@code DBTable.sync}.
 */
public final class TableSync {
    /** Seconds that a migrate waits for a table. */
    static final int PATIENT = 60;
    /** Seconds that a request waits for a table, which its own transaction may hold. */
    private static final int HASTY = 2;

    private final DataSource source;
    private final Map<String, List<TableIndex>> indexes;

    /**
     * @param indexes those over several columns that apps declare
     */
    public TableSync(DataSource source, List<TableIndex> indexes) {
        this.source = source;
        this.indexes = indexes.stream().collect(Collectors.groupingBy(TableIndex::doctype));
    }

    /**
     * Brings one table in line; answers what was done.
     *
     * @throws ValidationError where values that are there forbid a unique key
     */
    public TablePlan sync(Meta meta) {
        return sync(meta, PATIENT);
    }

    /** Like {@link #sync}, but gives up with QueryDeadlockError where the table is held by others for long. */
    public TablePlan syncSoon(Meta meta) {
        return sync(meta, HASTY);
    }

    private TablePlan sync(Meta meta, int patience) {
        try (DdlConnection ddl = new DdlConnection(source, patience)) {
            TableState state = new SchemaReader(ddl.jdbc()).one(meta.table()).orElse(null);
            TablePlan plan = plan(meta, state, ddl);
            run(plan, ddl);
            return plan;
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    /** Whether there is any document of the DocType. */
    public boolean hasRows(String doctype) {
        return ask(doctype, (table, probe) -> !probe.isEmpty(table.name()));
    }

    /** Whether two documents share a value of the field, so that it cannot become unique. */
    public boolean hasDuplicates(String doctype, String fieldname) {
        return ask(
                doctype,
                (table, probe) -> table.column(fieldname).isPresent()
                        && !table.isUnique(fieldname)
                        && probe.hasDuplicates(table.name(), fieldname));
    }

    /** Whether the table has a column of that name, be there a field for it or not. */
    public boolean hasColumn(String doctype, String column) {
        return ask(doctype, (table, probe) -> table.column(column).isPresent());
    }

    private boolean ask(String doctype, Question question) {
        try (DdlConnection ddl = new DdlConnection(source, PATIENT)) {
            Optional<TableState> table = new SchemaReader(ddl.jdbc()).one("tab" + doctype);
            return table.isPresent() && question.of(table.get(), new TableProbe(ddl.jdbc()));
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private interface Question {
        boolean of(TableState table, TableProbe probe) throws SQLException;
    }

    /** Renames a DocType's table with the counter of its names. */
    public void rename(String from, String to) {
        try (DdlConnection ddl = new DdlConnection(source, PATIENT)) {
            SchemaReader schema = new SchemaReader(ddl.jdbc());
            rename(schema, ddl, "tab" + from, "tab" + to);
            rename(schema, ddl, SequenceName.of(from), SequenceName.of(to));
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private static void rename(SchemaReader schema, DdlConnection ddl, String from, String to) throws SQLException {
        if (schema.one(from).isPresent()) {
            ddl.run("RENAME TABLE %s TO %s".formatted(SqlText.quote(from), SqlText.quote(to)));
        }
    }

    /** Renames columns that are there and whose new name is free; a fieldname without a column has none to rename. */
    public void renameColumns(String table, Map<String, String> renames) {
        try (DdlConnection ddl = new DdlConnection(source, PATIENT)) {
            TableState state = new SchemaReader(ddl.jdbc()).one(table).orElse(null);
            for (Map.Entry<String, String> rename : renames.entrySet()) {
                if (state != null
                        && state.column(rename.getKey()).isPresent()
                        && state.column(rename.getValue()).isEmpty()) {
                    ddl.run("ALTER TABLE %s RENAME COLUMN %s TO %s"
                            .formatted(
                                    SqlText.quote(table),
                                    SqlText.quote(rename.getKey()),
                                    SqlText.quote(rename.getValue())));
                }
            }
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    /** Reads the schema once for many plans. */
    public SchemaPlanner planner() {
        try {
            return new SchemaPlanner(source, this);
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    /** Runs plans that a planner made, in order; one that fails does not hinder the others. */
    public void apply(List<TablePlan> plans, Outcome outcome) {
        if (plans.isEmpty()) {
            return;
        }
        try (DdlConnection ddl = new DdlConnection(source, PATIENT)) {
            for (TablePlan plan : plans) {
                outcome.of(plan, attempt(plan, ddl));
            }
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    private static @Nullable EngineException attempt(TablePlan plan, DdlConnection ddl) {
        try {
            run(plan, ddl);
            return null;
        } catch (EngineException error) {
            return error;
        }
    }

    /** Hears how a plan ended. */
    @FunctionalInterface
    public interface Outcome {
        void of(TablePlan plan, @Nullable EngineException error);
    }

    TablePlan plan(Meta meta, @Nullable TableState state, DdlConnection connection) throws SQLException {
        if (meta.isSingle() || meta.isVirtual()) {
            return TablePlan.none(meta.name());
        }
        TableShape shape = TableShape.of(meta, indexes.getOrDefault(meta.name(), List.of()));
        if (state == null) {
            return new TablePlan(meta.name(), TableCreation.statements(shape), List.of());
        }
        return TableChange.plan(shape, state, new TableProbe(connection.jdbc()));
    }

    private static void run(TablePlan plan, DdlConnection ddl) {
        for (String statement : plan.statements()) {
            try {
                ddl.run(statement);
            } catch (SQLException error) {
                throw failure(plan, error);
            }
        }
    }

    private static EngineException failure(TablePlan plan, SQLException error) {
        if (error.getErrorCode() != SqlFailure.DUPLICATE_KEY) {
            return SqlFailure.of(error);
        }
        String key = Optional.ofNullable(error.getMessage()).orElse("").replaceFirst("(?s).*for key '([^']*)'.*", "$1");
        return new ValidationError("%s field cannot be set as unique in tab%s, as there are non-unique existing values"
                .formatted(key, plan.doctype()));
    }
}
