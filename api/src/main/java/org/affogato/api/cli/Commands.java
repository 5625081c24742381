package org.affogato.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    public boolean serves() {
        return true;
    }

    @Override
    public Integer call() {
        return new StartCommand().call();
    }

    static CommandLine line() {
        return new CommandLine(new Commands()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
