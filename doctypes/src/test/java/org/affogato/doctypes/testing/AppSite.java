package org.affogato.doctypes.testing;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.ai_assistant.AiAssistant;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.Work;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.MemoryFiles;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A migrated site with the apps that ship, driven as users would. */
public final class AppSite {
    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";

    private final Engine engine;

    private AppSite(Engine engine) {
        this.engine = engine;
    }

    public static AppSite on(TestDatabase database, Clock clock) {
        EngineSettings settings = new EngineSettings("test", KEY, false, List.of(), "UTC", clock);
        Engine engine = new Engine(
                settings, database.dataSource(), List.of(new Frappe(new MemoryFiles()), new AiAssistant()), List.of());
        engine.migrator().migrate(Progress.SILENT);
        return new AppSite(engine);
    }

    public Engine engine() {
        return engine;
    }

    public <T extends @Nullable Object> T as(String user, Work<T> work) {
        return engine.run(user, work);
    }

    public <T extends @Nullable Object> T asAdministrator(Work<T> work) {
        return as(Context.ADMINISTRATOR, work);
    }

    /** Makes an enabled user with these roles. */
    public void makeUser(String email, String... roles) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", email);
        values.put("first_name", email.substring(0, email.indexOf('@')));
        values.put(
                "roles", Arrays.stream(roles).map(role -> Map.of("role", role)).toList());
        asAdministrator(
                context -> context.documents().insert(context.documents().create("User", values)));
    }

    /** Calls a whitelisted method as a user, through its permission check. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> call(String user, String method, Map<String, Object> arguments) {
        return as(user, context -> (Map<String, Object>)
                engine.methods().find(method).orElseThrow().call(context, new Arguments(arguments)));
    }

    /** One number from the database. */
    public long count(String sql, Object... values) {
        return asAdministrator(context -> context.database()
                .query(sql, Arrays.asList(values), row -> row.getLong(1))
                .getFirst());
    }
}
