package org.affogato.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.affogato.api.typescript.TypeScriptClient;
import org.affogato.engine.spi.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a TypeScript client of this site. */
@Command(
        name = "generate-client",
        description = "Writes a TypeScript client with the types of this site's DocTypes and methods.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  affogato generate-client src/site"})
final class GenerateClientCommand implements ApplicationCommand, Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder to write to; it is made if needed.")
    Path folder = Path.of(".");

    @Override
    public Integer call() {
        int doctypes = Site.engine().runAndRollBack(Context.ADMINISTRATOR, this::write);
        System.out.printf(
                "Wrote the client with %d DocTypes to %s%n",
                doctypes, folder.toAbsolutePath().normalize());
        return 0;
    }

    private int write(Context context) {
        try {
            return TypeScriptClient.write(folder, Site.engine().methods().all(), context);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
