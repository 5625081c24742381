package org.affogato.api.method;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What a realtime server asks for a client before it tells that one of changes. Frappe: {@code realtime.py}. */
@Singleton
public class RealtimeMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.realtime.";

    /** True, or refused. */
    @Whitelisted(MODULE + "can_subscribe_doc")
    @Requires(access = Access.GUEST)
    public boolean canSubscribeDoc(Context context, String doctype, String docname) {
        Document document = context.documents().get(doctype, docname);
        return allowed(context.permissions().has(Right.READ, document));
    }

    /** True, or refused. */
    @Whitelisted(MODULE + "can_subscribe_doctype")
    @Requires(access = Access.GUEST)
    public boolean canSubscribeDoctype(Context context, String doctype) {
        return allowed(context.permissions().has(Right.READ, doctype));
    }

    /** The realtime server hears of a refusal by its status alone. */
    private static boolean allowed(boolean mayRead) {
        if (!mayRead) {
            throw new PermissionError("You may not read this").shown(Notice.NONE);
        }
        return true;
    }

    /** Who the caller is; a Guest is no type of user. */
    @Whitelisted(MODULE + "get_user_info")
    @Requires(access = Access.GUEST)
    public Map<String, @Nullable Object> getUserInfo(Context context) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("user", context.user());
        info.put(
                "user_type", context.isGuest() ? null : context.documents().value("User", context.user(), "user_type"));
        return info;
    }
}
