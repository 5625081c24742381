package org.affogato.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands under the name of the launcher; without one, the site is started. */
@Command(
        name = "affogato",
        description = "Runs a site of DocTypes, and does what a site needs done from a terminal.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Settings come from the environment, the most used ones:",
            "  PORT               port to serve on (8000)",
            "  AFFOGATO_DATA      folder of the bundled database (data)",
            "  ADMIN_PASSWORD     Administrator's first password (made and printed)",
            "  QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD   a database server of your own",
            "All of them: docs/settings.md"
        },
        subcommands = {
            StartCommand.class,
            MigrateCommand.class,
            TrimTablesCommand.class,
            NewAppCommand.class,
            NewDoctypeCommand.class,
            ExecuteCommand.class,
            SetAdminPasswordCommand.class,
            AddUserCommand.class,
            GenerateClientCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class
        })
final class Commands implements ApplicationCommand, Callable<Integer> {
    @Override
    public boolean needsSite() {
        return false;
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public Integer call() {
        return new StartCommand().call();
    }

    static CommandLine line() {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Commands::tellMistake)
                .setExecutionStrategy(Commands::run)
                .setExecutionExceptionHandler(Commands::tellFailure);
    }

    private static int run(ParseResult parsed) {
        boolean help = CommandLine.executeHelpRequest(parsed) != null;
        if (help) {
            return 0;
        }
        if (innermost(parsed) instanceof ApplicationCommand command && command.needsSite() && !Site.isThere()) {
            throw new ExecutionException(
                    parsed.commandSpec().commandLine(),
                    "",
                    new CommandFailure("The site has no tables yet: run affogato migrate, or start it once"));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** The command that was named. */
    static Object innermost(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.commandSpec().userObject();
    }

    private static int tellMistake(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(line.getColorScheme().errorText(mistake.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(mistake, line.getErr())) {
            line.getErr().println("How to call it: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static int tellFailure(Exception error, CommandLine line, ParseResult parsed) {
        line.getErr().println(line.getColorScheme().errorText(Failure.text(error)));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
