package org.affogato.api.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Serves the site until it is told to stop; the migration has run when this is reached. */
@Command(
        name = "start",
        description = "Migrates the site and serves it (what happens without a command, too). Ctrl+C ends it.",
        mixinStandardHelpOptions = true)
final class StartCommand implements ApplicationCommand, Callable<Integer> {
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
        Quarkus.waitForExit();
        return 0;
    }
}
