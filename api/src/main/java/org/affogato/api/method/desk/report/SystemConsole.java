package org.affogato.api.method.desk.report;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.Engine;
import org.affogato.engine.db.ReadOnlySql;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * SQL that an administrator asks by hand, under the rules of Query Reports: it only reads. What was asked stays in a
 * Console Log. Frappe: {@code system_console.py}, which runs Python too.
 */
@Singleton
public class SystemConsole implements WhitelistedMethods {
    private final Provider<Engine> engine; // made after the methods
    private final AffogatoSettings.Reports limits;

    SystemConsole(Provider<Engine> engine, AffogatoSettings settings) {
        this.engine = engine;
        this.limits = settings.reports();
    }

    /**
     * Answers the console with {@code output}: the rows as JSON text, or what is wrong with the query.
     *
     * @param doc JSON of a System Console: {@code type} and {@code console}, the text to run
     */
    @Whitelisted(value = "frappe.desk.doctype.system_console.system_console.execute_code", verbs = "POST")
    @Requires(role = "System Manager")
    public Document execute(Context context, String doc) {
        Document console = context.documents().create("System Console", Json.object(Json.read(doc)));
        String query = console.text("console");
        if (!console.text("type").equals("SQL")) {
            throw new ValidationError("The console runs SQL that reads, and no Python: set Type to SQL");
        }
        console.set("output", output(query));
        Context free = context.with(Flags.NONE.ignoringPermissions());
        free.documents()
                .insert(free.documents()
                        .create("Console Log", Map.of("script", query, "type", "SQL", "committed", 0L)));
        return console;
    }

    private String output(String query) {
        try {
            BoundQuery bound = BoundQuery.of(query, Map.of());
            return JsonWriter.text(
                    rows(engine.get().readOnlySql().run(bound.sql(), bound.values(), limits.timeLimit())));
        } catch (EngineException error) {
            String why = error.getCause() == null
                    ? error.getMessage()
                    : error.getCause().getMessage();
            return error.getClass().getSimpleName() + ": " + why;
        }
    }

    private static List<Map<String, @Nullable Object>> rows(ReadOnlySql.Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : table.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(table.columns().get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
