package org.affogato.api.method.model;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.Json;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * How a user left the views of a DocType: last view, filters, columns. JSON text in {@code __UserSettings}, made by the
 * clients. Frappe: {@code frappe.model.utils.user_settings}.
 */
@Singleton
public class UserSettings implements WhitelistedMethods {
    private static final String MODULE = "frappe.model.utils.user_settings.";
    private static final String READ = "SELECT `data` FROM `__UserSettings` WHERE `user` = ? AND `doctype` = ?";
    /** What the column holds; the site is not the place for more. */
    private static final int LONGEST = 65_535;

    @Whitelisted(MODULE + "get")
    @Requires(access = Access.OWN_DATA)
    public String get(Context context, String doctype) {
        return read(context, READ, doctype);
    }

    private static String read(Context context, String sql, String doctype) {
        List<@Nullable String> found =
                context.database().query(sql, List.of(context.user(), doctype), row -> row.getString(1));
        String data = found.isEmpty() ? null : found.getFirst();
        return data == null || data.isEmpty() ? "{}" : data;
    }

    /** Puts the given keys over those that are kept; answers the given ones. */
    @Whitelisted(value = MODULE + "save", commitsOnGet = true)
    @Requires(access = Access.OWN_DATA)
    public Map<String, @Nullable Object> save(Context context, String doctype, @Nullable Object userSettings) {
        Map<String, @Nullable Object> given =
                userSettings == null || userSettings.equals("") ? new LinkedHashMap<>() : Json.object(userSettings);
        merge(context, doctype, given);
        return given;
    }

    /** Puts the given keys over those that are kept for the caller; nothing happens where none are given. */
    public static void merge(Context context, String doctype, Map<String, @Nullable Object> given) {
        if (given.isEmpty()) {
            return;
        }
        context.database().begin();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(kept(read(context, READ + " FOR UPDATE", doctype)));
        kept.putAll(given);
        write(context, doctype, JsonWriter.ascii(kept));
    }

    private static Map<String, @Nullable Object> kept(String data) {
        return Json.readIfJson(data) instanceof Map<?, ?> ? Json.object(data) : new LinkedHashMap<>();
    }

    private static void write(Context context, String doctype, String data) {
        if (data.length() > LONGEST) {
            throw new ValidationError("The settings of a user for " + doctype + " are too long");
        }
        context.database()
                .execute(
                        "INSERT INTO `__UserSettings` (`user`, `doctype`, `data`) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE `data` = VALUES(`data`)",
                        context.user(),
                        doctype,
                        data);
    }
}
