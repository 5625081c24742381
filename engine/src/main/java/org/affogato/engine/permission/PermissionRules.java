package org.affogato.engine.permission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.Permissions;

/** Everything that rights are judged by; makes the {@link Permissions} of a context. */
public final class PermissionRules {
    private final UserRoles roles = new UserRoles();
    private final AccessSettings settings = new AccessSettings();
    private final UserDefaults defaults = new UserDefaults();
    private final Shares shares = new Shares();
    private final UserPermissions userPermissions = new UserPermissions(settings);
    private final AccessRule.Maker maker = new AccessRule.Maker(settings, userPermissions, shares);
    private final ConditionCheck check;
    private final Function<String, DocumentController> controllers;

    /**
     * @param controllers the controller of a DocType
     */
    public PermissionRules(Function<String, DocumentController> controllers) {
        this.controllers = controllers;
        this.check = new ConditionCheck(shares);
    }

    /** The permissions of the context's user. */
    public Permissions of(Context context) {
        return new RequestPermissions(this, context);
    }

    public UserRoles roles() {
        return roles;
    }

    public AccessSettings settings() {
        return settings;
    }

    public UserDefaults defaults() {
        return defaults;
    }

    public UserPermissions userPermissions() {
        return userPermissions;
    }

    /** Drops what is cached of a scope of {@link AccessScope}. */
    public void changed(String scope) {
        for (AccessCache<?> cache :
                List.of(roles.cache(), settings.cache(), defaults.cache(), shares.cache(), userPermissions.cache())) {
            if (cache.scopes().contains(scope)) {
                cache.clear();
            }
        }
    }

    /**
     * What rows of a report must meet that link to the DocType: by DocType, the names that may stand in its column; empty
     * where User Permissions say nothing. Frappe: {@code get_user_match_filters}.
     *
     * @throws PermissionError where the user may read none of the DocType
     */
    public Map<String, List<String>> rowFilters(String doctype, Context context) {
        Meta meta = context.meta(doctype);
        boolean listed = meta.isChild()
                || context.permissions().has(Right.READ, doctype)
                || context.permissions().has(Right.SELECT, doctype)
                || userPermissions.of(context).containsKey(doctype);
        if (!listed) {
            throw new PermissionError("No permission to read %s".formatted(doctype));
        }
        Set<Right> rights = RoleRights.of(meta, context.roles()).everywhere();
        boolean everywhere = rights.contains(Right.READ) || rights.contains(Right.SELECT);
        return everywhere && !context.isAdministrator() ? userPermissions.reachable(meta, context) : Map.of();
    }

    AccessRule rule(Right right, Meta meta, Context context) {
        return rule(right, meta, meta.name(), context);
    }

    AccessRule rule(Right right, Meta meta, String linkedFrom, Context context) {
        return maker.make(right, meta, linkedFrom, context);
    }

    boolean isClosed(Right right, Context context) {
        return maker.isClosed(right, context);
    }

    boolean isShared(Right right, String doctype, Context context) {
        return Shares.sharable(right)
                .filter(needed -> shares.any(doctype, context.user(), needed, context))
                .isPresent();
    }

    ConditionCheck check() {
        return check;
    }

    DocumentController controller(String doctype) {
        return controllers.apply(doctype);
    }

    /**
     * Whether User Permissions do not bind the user when opening a document: who may write them is free of them. Lists
     * stay narrowed for such a user all the same.
     */
    boolean isUnbound(Context context) {
        return context.hasDoctype("User Permission")
                && RoleRights.of(context.meta("User Permission"), context.roles())
                        .everywhere()
                        .contains(Right.WRITE);
    }

    /** Whether the document lies within what the user is restricted to. */
    boolean isWithinUserPermissions(Document document, Context context) {
        return isUnbound(context)
                || check.test(
                        userPermissions.condition(document.meta(), document.doctype(), context), document, context);
    }
}
