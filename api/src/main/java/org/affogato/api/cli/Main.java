package org.affogato.api.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Where the process begins. The command line is read first: help, mistakes and commands that only write files need no
 * application, and commands other than {@code start} get one that opens no port.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        CommandLine line = Commands.line();
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments);
        } catch (ParameterException mistake) {
            System.exit(line.execute(arguments)); // picocli tells what is wrong and how to call
            return;
        }
        if (isHelp(parsed) || !(Commands.innermost(parsed) instanceof ApplicationCommand needed)) {
            System.exit(line.execute(arguments));
            return;
        }
        if (needed.serves()) {
            takeAllAddresses();
        } else {
            openNoPort();
        }
        Quarkus.run(CommandApplication.class, StartFailure::report, arguments);
    }

    private static boolean isHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || parsed.hasSubcommand() && isHelp(parsed.subcommand());
    }

    /** Quarkus would refuse an address with unencoded letters before {@code LenientRequests} can mend it. */
    private static void takeAllAddresses() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    /** A command may run beside the server of the same site: it attaches to the database that one runs. */
    private static void openNoPort() {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("quarkus.datasource.jdbc.initial-size", "0");
        System.setProperty("quarkus.datasource.jdbc.min-size", "0");
        System.setProperty("affogato.serving", "false");
        System.setProperty("affogato.embedded.attach", "true");
        System.setProperty("quarkus.log.level", System.getProperty("quarkus.log.level", "WARN"));
    }
}
