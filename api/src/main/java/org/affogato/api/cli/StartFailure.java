package org.affogato.api.cli;

import java.net.BindException;
import java.sql.SQLException;
import org.affogato.engine.error.EngineException;
import org.jspecify.annotations.Nullable;

/** Says why the application did not start: a line where somebody can do something about it, the whole trace else. */
final class StartFailure {
    private StartFailure() {}

    /**
     * @param failure what stopped the start, null where the application ended by itself
     */
    static void report(Integer exitCode, @Nullable Throwable failure) {
        if (failure == null) {
            System.exit(exitCode);
        }
        String reason = reason(failure);
        if (reason == null) {
            failure.printStackTrace();
        } else {
            System.err.println("Affogato cannot start. " + reason);
        }
        System.exit(exitCode == 0 ? 1 : exitCode);
    }

    private static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "Its port is taken: stop who has it, or name another by PORT.";
            }
            if (cause instanceof SQLException || cause instanceof EngineException) {
                return cause.getMessage();
            }
        }
        return null;
    }
}
