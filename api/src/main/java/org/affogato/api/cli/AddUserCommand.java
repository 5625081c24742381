package org.affogato.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a User. */
@Command(
        name = "add-user",
        description = "Makes a user, with roles.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  affogato add-user alice@example.com --first-name Alice --role \"System Manager\""})
final class AddUserCommand implements ApplicationCommand, Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "The address to log in with.")
    String email = "";

    @Option(names = "--first-name", paramLabel = "NAME", description = "First name; else the address up to the @.")
    @Nullable
    String firstName;

    @Option(names = "--last-name", paramLabel = "NAME", description = "Last name.")
    @Nullable
    String lastName;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Login password; without one there is no login yet.")
    @Nullable
    String password;

    @Option(names = "--role", paramLabel = "ROLE", description = "A role; may be given several times.")
    List<String> roles = new ArrayList<>();

    @Override
    public Integer call() {
        Document user = Site.asAdministrator(this::insert);
        System.out.println("Made the user " + user.name() + ".");
        return 0;
    }

    private Document insert(Context context) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("email", email);
        values.put("first_name", firstName == null ? email.split("@", 2)[0] : firstName);
        values.put("last_name", lastName);
        values.put("send_welcome_email", 0L);
        values.put("new_password", password);
        values.put("roles", roles.stream().map(role -> Map.of("role", role)).toList());
        return context.documents().insert(context.documents().create("User", values));
    }
}
