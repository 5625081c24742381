package org.affogato.api.method.client;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What the caller may do with a document, and its secrets. Frappe: {@code frappe.client}. */
@Singleton
public class ClientPermissions implements WhitelistedMethods {
    @Whitelisted("frappe.client.has_permission")
    @Requires(access = Access.ANY_USER)
    public Map<String, Boolean> hasPermission(
            Context context, String doctype, @Nullable String docname, @Argument(otherwise = "read") String permType) {
        return Map.of("has_permission", may(context, doctype, docname, permType.toLowerCase(Locale.ROOT)));
    }

    private static boolean may(Context context, String doctype, @Nullable String name, String permType) {
        Optional<Right> right = Right.of(permType);
        if (right.isEmpty() || context.isAdministrator()) {
            return context.isAdministrator();
        }
        if (name == null || name.isEmpty()) {
            return context.permissions().has(right.get(), doctype);
        }
        return context.permissions().has(right.get(), context.documents().get(doctype, name));
    }

    @Whitelisted("frappe.client.get_doc_permissions")
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> docPermissions(Context context, String doctype, String docname) {
        return Map.of(
                "permissions", context.permissions().rights(context.documents().get(doctype, docname)));
    }

    @Whitelisted("frappe.client.get_password")
    @Requires(role = "System Manager")
    public String password(Context context, String doctype, String name, String fieldname) {
        Document document = context.documents().get(doctype, name);
        return context.secrets()
                .read(document.doctype(), document.name(), fieldname)
                .orElseThrow(() -> new AuthenticationError("Password not found for " + document + " " + fieldname));
    }
}
