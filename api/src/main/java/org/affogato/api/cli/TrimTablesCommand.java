package org.affogato.api.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drops columns that no field has any more. */
@Command(
        name = "trim-tables",
        description = "Drops the columns that removed fields left behind, with the data in them.",
        mixinStandardHelpOptions = true,
        footer = {"", "Look first with --dry-run, and make a backup."})
final class TrimTablesCommand implements ApplicationCommand, Callable<Integer> {
    @Option(names = "--dry-run", description = "Only list the columns; drop none.")
    boolean dryRun;

    @Option(names = "--doctype", paramLabel = "NAME", description = "Only the table of this DocType.")
    @Nullable
    String doctype;

    @Override
    public Integer call() {
        Map<String, List<String>> columns = trim();
        columns.forEach((name, dropped) -> System.out.println(name + ": " + String.join(", ", dropped)));
        int count = columns.values().stream().mapToInt(List::size).sum();
        System.out.printf("%d columns %s.%n", count, dryRun ? "would be dropped" : "dropped");
        return 0;
    }

    private Map<String, List<String>> trim() {
        try (ProgressBar bar = new ProgressBar("Tables")) {
            return Site.engine().trimmer().trim(doctype, dryRun, bar::at);
        }
    }
}
