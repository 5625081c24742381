package org.affogato.api.method.desk.report;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A site whose reports may take a second, with an app's folder that brings one. */
public final class ShortReports implements QuarkusTestProfile {
    static final String SHIPPED = "Shipped Priorities";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "affogato.reports.time-limit",
                "1S",
                "affogato.reports.prepared-time-limit",
                "2S",
                "affogato.app-folders",
                app().toString());
    }

    private static Path app() {
        try {
            Path app = Files.createTempDirectory("affogato-reports").resolve("counting");
            Path report = Files.createDirectories(app.resolve("custom/report/shipped_priorities"))
                    .resolve("shipped_priorities.json");
            Files.writeString(report, """
                    {"doctype": "Report", "name": "%1$s", "report_name": "%1$s", "ref_doctype": "ToDo",
                     "report_type": "Query Report", "is_standard": "Yes", "module": "Custom",
                     "modified": "2026-01-02 03:04:05.678900",
                     "query": "select priority as \\"Priority\\", count(*) as \\"Tasks:Int\\" from tabToDo group by priority",
                     "roles": [{"doctype": "Has Role", "role": "System Manager"}]}""".formatted(SHIPPED));
            return app;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
