package org.affogato.api.cli;

import io.quarkus.runtime.QuarkusApplication;
import org.affogato.engine.error.EngineException;
import picocli.CommandLine;

/** Runs a command inside the started application; its exit code is the process's. */
final class CommandApplication implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        CommandLine line = Commands.line();
        line.setExecutionExceptionHandler(CommandApplication::tell);
        return line.execute(arguments);
    }

    /** One line for mistakes of the caller, the whole trace for ours. */
    private static int tell(Exception error, CommandLine line, CommandLine.ParseResult parsed) {
        if (error instanceof EngineException || error instanceof CommandFailure) {
            line.getErr().println(line.getColorScheme().errorText(String.valueOf(error.getMessage())));
            return 1;
        }
        error.printStackTrace(line.getErr());
        return 70; // EX_SOFTWARE
    }
}
