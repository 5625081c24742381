package org.affogato.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folder of an app that consists of DocTypes. */
@Command(
        name = "new-app",
        description = "Makes the folder of a new app in Frappe's layout, ready for DocTypes.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  affogato new-app lending --module Loans"})
final class NewAppCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Lower case letters, digits and underscores.")
    String name = "";

    @Option(names = "--in", paramLabel = "FOLDER", description = "Folder to make it in (apps).")
    Path folder = Path.of("apps");

    @Option(
            names = "--module",
            paramLabel = "TITLE",
            description = "Title of its module; the app's name, titled, else.")
    @Nullable
    String module;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new CommandFailure("An app's name has lower case letters, digits and underscores: " + name);
        }
        Path app = folder.resolve(name).toAbsolutePath().normalize();
        if (Files.exists(app)) {
            throw new CommandFailure("There is something at " + app + " already");
        }
        String title = module == null ? Scrubbed.title(name) : module.strip();
        if (!title.matches("[A-Za-z][\\w -]*")) {
            throw new CommandFailure("A module's title has letters, digits, blanks, - and _: " + title);
        }
        Files.createDirectories(app.resolve(Scrubbed.of(title)).resolve("doctype"));
        Files.writeString(app.resolve("modules.txt"), title + "\n");
        System.out.println("Made the app in " + app);
        System.out.println("Its first DocType: affogato new-doctype NAME --app " + app + " --module \"" + title + "\"");
        System.out.println("To load it, start with AFFOGATO_APP_FOLDERS=" + app);
        return 0;
    }
}
