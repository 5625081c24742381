package org.affogato.api.cli;

import java.util.concurrent.Callable;
import org.affogato.engine.install.MigrationPlan;
import org.affogato.engine.install.MigrationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings tables and records up to date with the definitions. */
@Command(
        name = "migrate",
        description = "Brings the site up to date with its apps: tables, definitions, patches, records.",
        mixinStandardHelpOptions = true,
        footer = {"", "Columns are never dropped by it; see trim-tables."})
final class MigrateCommand implements ApplicationCommand, Callable<Integer> {
    @Option(names = "--plan", description = "Print the SQL and what else would be done, with a hash; change nothing.")
    boolean plan;

    @Override
    public boolean needsSite() {
        return false;
    }

    @Override
    public Integer call() {
        return plan ? showPlan() : migrate();
    }

    private static int showPlan() {
        MigrationPlan plan = Site.engine().migrator().plan();
        plan.warnings().forEach(warning -> System.err.println("-- warning: " + warning));
        plan.definitions().forEach(doctype -> System.out.println("-- import DocType " + doctype));
        plan.statements().forEach(statement -> System.out.println(statement + ";"));
        plan.patches().forEach(patch -> System.out.println("-- run patch " + patch));
        plan.records().forEach(file -> System.out.println("-- import records of " + file));
        System.out.println(plan.isEmpty() ? "-- nothing to do" : "-- plan " + plan.hash());
        return 0;
    }

    private static int migrate() {
        try (ProgressBar bar = new ProgressBar("Migrating")) {
            MigrationReport report =
                    Site.engine().migrator().migrate((phase, done, total) -> bar.at(phase, done, total));
            bar.close();
            report.warnings().forEach(warning -> System.err.println("warning: " + warning));
            System.out.printf(
                    "Migrated: %d DocTypes, %d tables, %d patches, %d files of records.%n",
                    report.definitions(), report.tables(), report.patches().size(), report.records());
            return 0;
        }
    }
}
