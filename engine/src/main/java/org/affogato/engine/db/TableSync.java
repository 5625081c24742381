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
        try (DdlConnection ddl = new DdlConnection(source)) {
            TableState state = new SchemaReader(ddl.jdbc()).one(meta.table()).orElse(null);
            TablePlan plan = plan(meta, state, ddl);
            run(plan, ddl);
            return plan;
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
        try (DdlConnection ddl = new DdlConnection(source)) {
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
