package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.page.Page;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Where a user is logged in, and the end of it: own sessions, and those of others for System Managers. A session is
 * named by a digest of its id, which opens nothing.
 */
@Singleton
public class SessionMethods implements WhitelistedMethods {
    @Whitelisted("affogato.sessions.list")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> list(Context context, @Host HttpCall call, @Nullable String user) {
        return rows(owner(user, context), context).stream()
                .map(row -> shown(row, LoginCookies.sid(call)))
                .toList();
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> row, String own) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        String sid = String.valueOf(row.get("sid"));
        shown.put("session", handle(sid));
        shown.put("user", row.get("user"));
        shown.put("ip_address", row.get("ipaddress"));
        shown.put("last_used", row.get("lastupdate"));
        shown.put("current", sid.equals(own) ? 1L : 0L);
        return shown;
    }

    /** Ends one session. */
    @Whitelisted(value = "affogato.sessions.end", verbs = "POST")
    @Requires(access = Access.ANY_USER)
    public void end(Context context, String session, @Nullable String user) {
        Optional<String> sid = rows(owner(user, context), context).stream()
                .map(row -> String.valueOf(row.get("sid")))
                .filter(known -> handle(known).equals(session))
                .findFirst();
        end(List.of(sid.orElseThrow(() -> new DoesNotExistError("There is no such session"))), context);
    }

    /** Ends all sessions of a user but the one that asks; answers how many. */
    @Whitelisted(value = "affogato.sessions.end_all", verbs = "POST")
    @Requires(access = Access.ANY_USER)
    public long endAll(Context context, @Host HttpCall call, @Nullable String user) {
        List<String> sids = rows(owner(user, context), context).stream()
                .map(row -> String.valueOf(row.get("sid")))
                .filter(sid -> !sid.equals(LoginCookies.sid(call)))
                .toList();
        end(sids, context);
        return sids.size();
    }

    private static String owner(@Nullable String user, Context context) {
        if (user == null || user.isEmpty() || user.equals(context.user())) {
            return context.user();
        }
        boolean manager = context.isAdministrator()
                || context.roles().contains("System Manager") && !user.equals(Context.ADMINISTRATOR);
        if (!manager) {
            throw new PermissionError("Only a System Manager may look after the sessions of others");
        }
        return user;
    }

    private static List<Map<String, @Nullable Object>> rows(String user, Context context) {
        return context.database()
                .query(
                        "SELECT `sid`, `user`, `ipaddress`, `lastupdate` FROM `tabSessions` WHERE `user` = ?"
                                + " ORDER BY `lastupdate` DESC",
                        user);
    }

    private static void end(List<String> sids, Context context) {
        context.database()
                .executeBatch(
                        "DELETE FROM `tabSessions` WHERE `sid` = ?",
                        sids.stream().map(List::of).toList());
        context.touch(AccessScope.SESSIONS);
    }

    private static String handle(String sid) {
        return Digests.hex(sid).substring(0, 16);
    }

    /** What the desk calls to be served afresh; nothing here needs it. */
    @Whitelisted("frappe.sessions.clear")
    @Requires(access = Access.OWN_DATA)
    public String clear() {
        return "Cache Cleared";
    }

    /** For callers that spell a logout so; {@link Authentication} has carried it out. */
    @Whitelisted("frappe.handler.logout")
    @Requires(access = Access.GUEST)
    public void logout() {}

    /** The page after a logout, which {@link Authentication} has carried out. */
    @Whitelisted({"web_logout", "frappe.handler.web_logout"})
    @Requires(access = Access.GUEST)
    public Reply webLogout() {
        return Page.notice(200, "Logged Out", "You are logged out.");
    }
}
