package org.affogato.api.method;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
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
    @Requires(right = "read", nameArgument = "docname")
    public boolean canSubscribeDoc() {
        return true;
    }

    /** True, or refused. */
    @Whitelisted(MODULE + "can_subscribe_doctype")
    @Requires(right = "read")
    public boolean canSubscribeDoctype() {
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
