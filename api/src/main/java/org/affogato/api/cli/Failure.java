package org.affogato.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.affogato.engine.error.EngineException;
import org.jspecify.annotations.Nullable;

/** Says in plain lines why something failed; what only a developer understands goes to a file that the line names. */
final class Failure {
    private Failure() {}

    static String text(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String known = known(cause);
            if (known != null) {
                return known.replaceAll("</?[a-z][^<>]*>", "").strip();
            }
        }
        return "This should not happen: " + error + "\nPlease report it with the trace in " + kept(error);
    }

    private static @Nullable String known(Throwable cause) {
        return switch (cause) {
            case CommandFailure failure -> failure.getMessage();
            case EngineException failure -> refined(failure);
            case BindException _ -> "Its port is taken: stop who has it, or name another by PORT.";
            case SQLException failure -> reachable(failure);
            case FileSystemException failure -> file(failure);
            case UncheckedIOException failure -> wrapping(failure);
            case IOException failure -> String.valueOf(failure.getMessage());
            case io.smallrye.config.ConfigValidationException failure -> "A setting is wrong: " + failure.getMessage();
            default -> isSetting(cause) ? "A setting is wrong: " + cause.getMessage() : null;
        };
    }

    private static boolean isSetting(Throwable cause) {
        return cause instanceof IllegalArgumentException
                && String.valueOf(cause.getMessage()).startsWith("SRCFG");
    }

    /** An engine's error that wraps a connection's says less than that. */
    private static @Nullable String refined(EngineException failure) {
        return failure.getCause() instanceof SQLException cause && isAboutConnecting(cause)
                ? reachable(cause)
                : failure.getMessage();
    }

    private static boolean isAboutConnecting(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08")
                || state.startsWith("28")
                || String.valueOf(failure.getMessage()).contains("timeout");
    }

    private static String reachable(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean foreign = isAboutConnecting(failure) && System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null;
        return foreign
                ? "The database cannot be reached: " + message
                        + "\nCheck QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD, and that the server runs."
                : message;
    }

    /** Where the system says more than the one who wrapped it, that counts. */
    private static @Nullable String wrapping(UncheckedIOException failure) {
        return failure.getCause() instanceof FileSystemException ? null : failure.getMessage();
    }

    private static String file(FileSystemException failure) {
        String file = failure.getFile() == null ? "" : failure.getFile();
        return switch (failure) {
            case NoSuchFileException _ -> "There is no " + file;
            case AccessDeniedException _ -> file + " may not be read or written by this user: change its rights";
            case FileAlreadyExistsException _ -> "There is something at " + file + " already";
            case NotDirectoryException _ -> file + " is no folder";
            default -> file + ": " + (failure.getReason() == null ? "cannot be used" : failure.getReason());
        };
    }

    private static String kept(Throwable error) {
        try {
            Path file = Files.createTempFile("affogato-", ".trace");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                error.printStackTrace(out);
            }
            return file.toString();
        } catch (IOException full) {
            return "(it could not be written: " + full.getMessage() + ")";
        }
    }
}
