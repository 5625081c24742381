package org.affogato.api.cli;

import java.io.Console;
import java.util.concurrent.Callable;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets Administrator's login password. */
@Command(
        name = "set-admin-password",
        description = "Sets the password of Administrator. Asks for it where none is given.",
        mixinStandardHelpOptions = true)
final class SetAdminPasswordCommand implements ApplicationCommand, Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PASSWORD", description = "The new password; better typed when asked.")
    @Nullable
    String password;

    @Override
    public Integer call() {
        String wanted = password == null ? asked() : password;
        if (wanted.isBlank()) {
            throw new CommandFailure("The password is empty; nothing was changed");
        }
        Site.asAdministrator(context -> {
            context.secrets().setPassword(Context.ADMINISTRATOR, wanted);
            return null;
        });
        System.out.println("Administrator has a new password.");
        return 0;
    }

    private static String asked() {
        Console console = System.console();
        if (console == null) {
            throw new CommandFailure("No terminal to ask on: give the password as an argument");
        }
        String first = new String(console.readPassword("New password for Administrator: "));
        String second = new String(console.readPassword("Once more: "));
        if (!first.equals(second)) {
            throw new CommandFailure("The two differ; nothing was changed");
        }
        return first;
    }
}
