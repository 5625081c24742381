package org.affogato.api.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.registry.WhitelistedMethod;
import org.affogato.engine.spi.App.ScheduledJob;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls a whitelisted method or a scheduled job as a user, and prints what it answers. */
@Command(
        name = "execute",
        description = "Calls a whitelisted method, or runs a scheduled job, and prints its answer as JSON.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  affogato execute frappe.client.get_count --kwargs '{\"doctype\": \"User\"}'"})
final class ExecuteCommand implements ApplicationCommand, Callable<Integer> {
    @Parameters(paramLabel = "METHOD", description = "Dotted path of the method.")
    String method = "";

    @Option(names = "--kwargs", paramLabel = "JSON", description = "The arguments as a JSON object.")
    String arguments = "{}";

    @Option(names = "--user", paramLabel = "USER", description = "Who calls (Administrator).")
    String user = Context.ADMINISTRATOR;

    @Override
    public Integer call() {
        Map<String, @Nullable Object> values = values();
        String answer = Site.engine().run(user, context -> JsonWriter.text(answer(context, values)));
        System.out.println(answer);
        return 0;
    }

    private Map<String, @Nullable Object> values() {
        try {
            return Json.object(arguments);
        } catch (ValidationError noObject) {
            throw new CommandFailure("--kwargs is no JSON object, such as '{\"doctype\": \"User\"}': " + arguments);
        }
    }

    private @Nullable Object answer(Context context, Map<String, @Nullable Object> values) {
        Optional<WhitelistedMethod> found = Site.engine().methods().find(method);
        if (found.isPresent()) {
            return found.get().call(context, new Arguments(values));
        }
        job().job().run(context);
        return null;
    }

    private ScheduledJob job() {
        return Site.engine().apps().all().stream()
                .flatMap(app -> app.scheduledJobs().stream())
                .filter(job -> job.method().equals(method))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure("There is no method or job " + method + ". Methods are listed at /openapi"));
    }
}
