package org.affogato.engine.db;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;

/**
 * Loads a dump, Affogato's own or one of {@code mariadb-dump}, in place of what the database holds. What it held is kept
 * until the dump is whole in it, and comes back where the load fails.
 */
public final class DatabaseRestore {
    private final DataSource source;

    public DatabaseRestore(DataSource source) {
        this.source = source;
    }

    /** Whether the database holds anything. */
    public boolean isEmpty() {
        return ask(connection -> SetAside.objects(connection).isEmpty());
    }

    /** Puts the old state back where a load was killed; under the migration's lock, for one may be running. */
    public boolean undoInterrupted() {
        return ask(SetAside::isThere)
                && new MigrationLock(source).whileHeld(() -> ask(DatabaseRestore::putBackIfThere));
    }

    private static boolean putBackIfThere(Connection connection) throws SQLException {
        boolean there = SetAside.isThere(connection);
        if (there) {
            SetAside.putBack(connection);
        }
        return there;
    }

    /**
     * Replaces all that the database holds by the dump, or leaves it as it was. The caller has {@link ExclusiveUse}.
     *
     * @throws EngineException saying what is wrong with the dump
     */
    public void load(Reader dump, LongConsumer statementsDone) {
        ask(DatabaseRestore::putBackIfThere);
        act(SetAside::begin);
        try {
            run(new DumpText(dump), statementsDone);
        } catch (SQLException | IOException | RuntimeException failure) {
            throw undone(failure);
        }
        act(SetAside::forget);
    }

    private void run(DumpText dump, LongConsumer done) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET FOREIGN_KEY_CHECKS=0");
            try {
                run(new SqlScript(dump), statement, done);
            } finally {
                connection.abort(Runnable::run); // the dump changed the session's settings: not one for the pool
            }
        }
        if (dump.isCutShort()) {
            throw new InternalError("its end is missing");
        }
        if (!ask(connection -> SetAside.objects(connection).containsKey("tabDocType"))) {
            throw new InternalError("it holds no site (no table tabDocType)");
        }
    }

    private static void run(SqlScript script, Statement statement, LongConsumer done) throws SQLException, IOException {
        long count = 0;
        for (String sql = script.next(); sql != null; sql = script.next()) {
            statement.execute(sql);
            done.accept(++count);
        }
    }

    private EngineException undone(Exception failure) {
        String reason = "The dump cannot be loaded: "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        try {
            ask(DatabaseRestore::putBackIfThere);
        } catch (EngineException stuck) {
            return failed(
                    reason + ". The old state could not be put back yet (" + stuck.getMessage()
                            + "): the next start or restore does it",
                    failure);
        }
        return failed(reason + ". The database is as it was before", failure);
    }

    private static EngineException failed(String message, Exception cause) {
        InternalError failed = new InternalError(message);
        failed.initCause(cause);
        return failed;
    }

    private void act(Action action) {
        ask(connection -> {
            action.act(connection);
            return true;
        });
    }

    private boolean ask(Question question) {
        try (Connection connection = source.getConnection()) {
            return question.answer(connection);
        } catch (SQLException error) {
            throw SqlFailure.of(error);
        }
    }

    @FunctionalInterface
    private interface Action {
        void act(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Question {
        boolean answer(Connection connection) throws SQLException;
    }
}
