package org.affogato.api.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the definition of a new DocType into an app's folder. */
@Command(
        name = "new-doctype",
        description = "Writes the JSON of a new DocType into an app's folder.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  affogato new-doctype \"Loan\" --app apps/lending --module Loans \\",
            "      --field \"Borrower:Data\" --field \"Amount:Currency\" --field \"Status:Select:Open|Paid\""
        })
final class NewDoctypeCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    @Parameters(paramLabel = "NAME", description = "The DocType's name, such as \"Sales Order\".")
    String name = "";

    @Option(names = "--app", required = true, paramLabel = "FOLDER", description = "Folder of the app.")
    Path app = Path.of("");

    @Option(names = "--module", required = true, paramLabel = "TITLE", description = "Module it belongs to.")
    String module = "";

    @Option(
            names = "--field",
            paramLabel = "LABEL:TYPE[:OPTIONS]",
            description = "A field; Select options are separated by |. May be given several times.")
    List<String> fields = new ArrayList<>();

    @Option(names = "--child", description = "Rows of other documents (istable).")
    boolean child;

    @Option(names = "--single", description = "Exactly one document (issingle).")
    boolean single;

    @Option(names = "--submittable", description = "Documents are submitted and cancelled.")
    boolean submittable;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[A-Za-z][\\w -]{0,59}\\w")) {
            throw new CommandFailure("A DocType's name starts with a letter and has letters, digits, blanks, - and _");
        }
        if (child && single) {
            throw new CommandFailure("A DocType has rows of others (--child) or is one document (--single), not both");
        }
        checkApp();
        String json = json(definition());
        String folder = Scrubbed.of(name);
        Path file = app.resolve(Scrubbed.of(module))
                .resolve("doctype")
                .resolve(folder)
                .resolve(folder + ".json");
        if (Files.exists(file)) {
            throw new CommandFailure("There is a DocType at " + file + " already");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        System.out.println("Wrote " + file);
        System.out.println("The next start or migrate makes its table.");
        return 0;
    }

    private void checkApp() throws IOException {
        Path modules = app.resolve("modules.txt");
        if (!Files.isRegularFile(modules)) {
            throw new CommandFailure(
                    "There is no app at " + app + " (no " + modules + "): make one by affogato new-app");
        }
        List<String> known = Files.readAllLines(modules);
        if (!known.contains(module)) {
            throw new CommandFailure(
                    "The app has no module " + module + " but " + String.join(", ", known) + ": add it to " + modules);
        }
    }

    private Map<String, Object> definition() {
        List<Map<String, Object>> rows = NewFields.of(fields);
        String now = LocalDateTime.now().format(STAMP);
        Map<String, Object> definition = new TreeMap<>();
        definition.put("actions", List.of());
        definition.put("creation", now);
        definition.put("doctype", "DocType");
        definition.put("engine", "InnoDB");
        definition.put(
                "field_order", rows.stream().map(row -> row.get("fieldname")).toList());
        definition.put("fields", rows);
        definition.put("links", List.of());
        definition.put("modified", now);
        definition.put("modified_by", "Administrator");
        definition.put("module", module);
        definition.put("name", name);
        definition.put("owner", "Administrator");
        definition.put("permissions", child ? List.of() : List.of(everything()));
        definition.put("sort_field", "modified");
        definition.put("sort_order", "DESC");
        definition.put("states", List.of());
        List.of(Map.entry("istable", child), Map.entry("issingle", single), Map.entry("is_submittable", submittable))
                .forEach(flag -> {
                    if (flag.getValue()) {
                        definition.put(flag.getKey(), 1);
                    }
                });
        return definition;
    }

    private static Map<String, Object> everything() {
        Map<String, Object> permission = new TreeMap<>();
        List.of("create", "delete", "email", "export", "print", "read", "report", "share", "write")
                .forEach(right -> permission.put(right, 1));
        permission.put("role", "System Manager");
        return permission;
    }

    /** Frappe's own form: sorted keys, one blank a level. */
    private static String json(Map<String, Object> definition) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return new ObjectMapper().writer(printer).writeValueAsString(definition) + "\n";
    }
}
