package org.affogato.engine.permission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Permissions;

/** The permissions of one context. Frappe: {@code has_permission}, {@code build_match_conditions}. */
final class RequestPermissions implements Permissions {
    private final PermissionRules rules;
    private final Context context;
    private final ChildRows children;
    private final FieldLevels levels;

    RequestPermissions(PermissionRules rules, Context context) {
        this.rules = rules;
        this.context = context;
        this.children = new ChildRows(this, context);
        this.levels = new FieldLevels(context);
    }

    @Override
    public boolean has(Right right, String doctype) {
        if (isUnrestricted()) {
            return true;
        }
        Meta meta = context.meta(doctype);
        if (meta.isChild() || rules.isClosed(right, context)) {
            return false;
        }
        return AccessRule.isPossible(right, meta)
                && (RoleRights.of(meta, context.roles()).onDoctype(right) || rules.isShared(right, doctype, context));
    }

    @Override
    public boolean has(Right right, Document document) {
        if (isUnrestricted()) {
            return true;
        }
        if (document.meta().isChild()) {
            return children.has(right, document);
        }
        AccessRule rule = rules.rule(right, document.meta(), context);
        return isGranted(right, rule, document) || rules.check().test(rule.shared(), document, context);
    }

    private boolean isGranted(Right right, AccessRule rule, Document document) {
        return (rules.check().test(rule.granted(), document, context) || isUnbound(right, rule, document))
                && rules.controller(document.doctype()).hasPermission(document, right, context);
    }

    /** Roles give the right on every document, and User Permissions alone speak against it. */
    private boolean isUnbound(Right right, AccessRule rule, Document document) {
        return !rule.granted().equals(Condition.NONE)
                && RoleRights.of(document.meta(), context.roles()).everywhere().contains(right)
                && rules.isUnbound(context);
    }

    @Override
    public void check(Right right, String doctype) {
        if (!has(right, doctype)) {
            throw refusal(doctype, right);
        }
    }

    @Override
    public void check(Right right, Document document) {
        if (has(right, document)) {
            return;
        }
        if (document.meta().isChild()) {
            context.answer().message(new Answer.Message(Refusal.of(document, right, context), new LinkedHashMap<>()));
        }
        throw new PermissionError(Refusal.of(document, right, context)).shown(Notice.PLAIN);
    }

    @Override
    public Optional<Condition> listCondition(String doctype, Right right) {
        return listCondition(doctype, right, doctype);
    }

    @Override
    public Optional<Condition> listCondition(String doctype, Right right, String linkedFrom) {
        if (isUnrestricted()) {
            return Optional.empty();
        }
        Meta meta = context.meta(doctype);
        if (meta.isChild()) {
            throw new PermissionError("Rows of " + doctype + " are listed with their parent DocType only")
                    .shown(Notice.NONE);
        }
        AccessRule rule = rules.rule(right, meta, linkedFrom, context);
        if (rule.isNothing()) {
            throw refusal(doctype, right);
        }
        Condition all = either(restricted(rule.granted(), doctype), rule.shared());
        return all.equals(Condition.ALL) ? Optional.empty() : Optional.of(all);
    }

    private Condition restricted(Condition granted, String doctype) {
        Optional<Condition> own = rules.controller(doctype).listCondition(context);
        if (own.isEmpty() || granted.equals(Condition.NONE)) {
            return granted;
        }
        return granted.equals(Condition.ALL) ? own.get() : Condition.and(granted, own.get());
    }

    private static Condition either(Condition granted, Condition shared) {
        if (granted.equals(Condition.ALL) || shared.equals(Condition.NONE)) {
            return granted;
        }
        return granted.equals(Condition.NONE) ? shared : Condition.or(granted, shared);
    }

    @Override
    public Condition rowCondition(String childDoctype, String parentDoctype, Right right) {
        return isUnrestricted() ? Condition.ALL : children.condition(childDoctype, parentDoctype, right);
    }

    @Override
    public boolean selectOnly(String doctype) {
        if (isUnrestricted()) {
            return false;
        }
        RoleRights rights = RoleRights.of(context.meta(doctype), context.roles());
        return rights.onDoctype(Right.SELECT) && !rights.onDoctype(Right.READ);
    }

    @Override
    public Map<String, Object> rights(Document document) {
        return new RightsReport(rules, context).of(document);
    }

    @Override
    public Set<Integer> permlevels(String doctype, Right right) {
        return levels.of(doctype, right);
    }

    @Override
    public void hideUnreadable(Document document) {
        if (!isUnrestricted()) {
            levels.hide(document);
        }
    }

    private boolean isUnrestricted() {
        return context.isAdministrator() || context.flags().ignorePermissions();
    }

    private PermissionError refusal(String doctype, Right right) {
        PermissionError error = new PermissionError(Refusal.of(doctype, right, context));
        error.shown(Notice.PLAIN);
        return error;
    }
}
