package org.affogato.api.method;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** What any client asks first: is somebody there, who am I, what time is it there. */
@Singleton
public class SiteMethods implements WhitelistedMethods {
    private final Provider<Engine> engine;

    public SiteMethods(Provider<Engine> engine) {
        this.engine = engine;
    }

    @Whitelisted({"ping", "frappe.ping", "frappe.handler.ping"})
    @Requires(access = Access.GUEST)
    public String ping() {
        return "pong";
    }

    @Whitelisted("frappe.auth.get_logged_user")
    @Requires(access = Access.OWN_DATA)
    public String loggedUser(Context context) {
        return context.user();
    }

    @Whitelisted("frappe.client.get_time_zone")
    @Requires(access = Access.GUEST)
    public Map<String, String> timeZone(Context context) {
        return Map.of("time_zone", context.timeZone().getId());
    }

    /** The names of the site's apps, as JSON text. */
    @Whitelisted("frappe.core.doctype.module_def.module_def.get_installed_apps")
    @Requires(right = "read", doctype = "Module Def")
    public String installedApps() {
        return engine.get().apps().all().stream()
                .map(app -> "\"" + app.name() + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
