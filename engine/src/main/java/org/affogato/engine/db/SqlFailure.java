package org.affogato.engine.db;

import java.sql.SQLException;
import org.affogato.engine.error.DataTooLongException;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.error.QueryTimeoutError;

/**
 * A statement failed for a reason that no rule of the engine names. Carries MariaDB's error code, so that a caller who
 * knows what the statement was for can say better (1062: which unique field). The text never reaches an answer.
 */
public final class SqlFailure extends InternalError {
    /** A unique key has the value already. */
    public static final int DUPLICATE_KEY = 1062;

    private final int code;

    private SqlFailure(SQLException cause) {
        super(String.valueOf(cause.getMessage()));
        this.code = cause.getErrorCode();
        initCause(cause);
    }

    /** MariaDB's error number. */
    public int code() {
        return code;
    }

    /** Turns a driver's error into the engine's: conflicts that may be retried, time-outs, values too long, the rest. */
    public static EngineException of(SQLException error) {
        EngineException known =
                switch (error.getErrorCode()) {
                    case 1020, 1205, 1213 -> new QueryDeadlockError("The data changed meanwhile, please try again");
                    case 1969 -> new QueryTimeoutError("The query took too long");
                    case 1264, 1406 -> new DataTooLongException("A value is too long for its field");
                    default -> new SqlFailure(error);
                };
        if (known.getCause() == null) {
            known.initCause(error);
        }
        return known;
    }
}
