package org.affogato.engine.permission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/** All rights of a user on one document, without shares, in the form of Frappe's {@code get_doc_permissions}. */
final class RightsReport {
    private static final List<Right> ORDER = List.of(
            Right.SELECT,
            Right.READ,
            Right.WRITE,
            Right.CREATE,
            Right.DELETE,
            Right.SUBMIT,
            Right.CANCEL,
            Right.AMEND,
            Right.PRINT,
            Right.EMAIL,
            Right.REPORT,
            Right.IMPORT,
            Right.EXPORT,
            Right.SHARE);

    private final PermissionRules rules;
    private final Context context;

    RightsReport(PermissionRules rules, Context context) {
        this.rules = rules;
        this.context = context;
    }

    Map<String, Object> of(Document document) {
        Meta meta = document.meta();
        if (context.isAdministrator()) {
            Map<String, Object> all = new LinkedHashMap<>();
            ORDER.forEach(right -> all.put(right.fieldname(), flag(AccessRule.isPossible(right, meta))));
            return all;
        }
        if (!rules.controller(meta.name()).hasPermission(document, Right.READ, context)) {
            return new LinkedHashMap<>();
        }
        RoleRights rights = RoleRights.of(meta, context.roles());
        boolean owns = rules.check().test(Condition.equal("owner", context.user()), document, context);
        Map<String, Object> owned = owned(rights, owns, meta);
        if (rules.isWithinUserPermissions(document, context)) {
            return full(rights, owned, owns, meta);
        }
        if (!owns) {
            return new LinkedHashMap<>();
        }
        owned.put(Right.CREATE.fieldname(), 0);
        return owned;
    }

    private static Map<String, Object> owned(RoleRights rights, boolean owns, Meta meta) {
        Map<String, Object> owned = new LinkedHashMap<>();
        ORDER.stream()
                .filter(rights.owned()::contains)
                .forEach(right -> owned.put(right.fieldname(), flag(owns && AccessRule.isPossible(right, meta))));
        return owned;
    }

    private static Map<String, Object> full(RoleRights rights, Map<String, Object> owned, boolean owns, Meta meta) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("if_owner", owned);
        all.put("has_if_owner_enabled", rights.hasOwnerRules());
        for (Right right : ORDER) {
            boolean granted = rights.everywhere().contains(right)
                    || owns && rights.owned().contains(right);
            all.put(right.fieldname(), flag(granted && AccessRule.isPossible(right, meta)));
        }
        return all;
    }

    private static int flag(boolean on) {
        return on ? 1 : 0;
    }
}
