package org.affogato.engine.db;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.DataTooLongException;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InternalError;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.error.QueryTimeoutError;
import org.affogato.engine.error.ValidationError;

/**
 * A statement failed for a reason that no rule of the engine names. Carries MariaDB's error code, so that a caller who
 * knows what the statement was for can say better (1062: which unique field). The text never reaches an answer.
 */
public final class SqlFailure extends InternalError {
    /** A unique key has the value already. */
    public static final int DUPLICATE_KEY = 1062;

    private static final Pattern COLUMN =
            Pattern.compile("(?:column (?:`[^`]*`\\.)*|CONSTRAINT `[^`.]*\\.)[`']?([^`']+)[`']");

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
        EngineException known = switch (error.getErrorCode()) {
            case 1020, 1205, 1213 -> new QueryDeadlockError("The data changed meanwhile, please try again");
            case 1969 -> new QueryTimeoutError("The query took too long");
            case 1264, 1406 -> new DataTooLongException("A value is too long for its field");
            case 1265, 1267, 1292, 1366, 4025 -> new ValidationError(unfit(String.valueOf(error.getMessage())));
            default -> new SqlFailure(error);
        };
        if (known.getCause() == null) {
            known.initCause(error);
        }
        return known;
    }

    /** Names the field but not the table or the database. */
    private static String unfit(String message) {
        Matcher column = COLUMN.matcher(message);
        return column.find()
                ? "The value of " + column.group(1) + " does not fit its field"
                : "A value does not fit its field";
    }
}
