package org.affogato.engine.query;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Permissions;

/**
 * Permissions that a test states outright.
 *
 * @param closed DocTypes of which nothing may be seen
 * @param selectable DocTypes that may only be selected from
 * @param rows which rows of a DocType may be seen
 * @param levels permlevels that are open everywhere
 */
record GivenPermissions(Set<String> closed, Set<String> selectable, Map<String, Condition> rows, Set<Integer> levels)
        implements Permissions {
    static final GivenPermissions ALL = new GivenPermissions(Set.of(), Set.of(), Map.of(), Set.of(0, 1));

    static GivenPermissions rows(String doctype, Condition condition) {
        return new GivenPermissions(Set.of(), Set.of(), Map.of(doctype, condition), Set.of(0, 1));
    }

    static GivenPermissions closing(String... doctypes) {
        return new GivenPermissions(Set.of(doctypes), Set.of(), Map.of(), Set.of(0, 1));
    }

    @Override
    public boolean has(Right right, String doctype) {
        return !closed.contains(doctype);
    }

    @Override
    public boolean has(Right right, Document document) {
        return has(right, document.doctype());
    }

    @Override
    public void check(Right right, String doctype) {
        if (!has(right, doctype)) {
            throw new PermissionError("No right on " + doctype);
        }
    }

    @Override
    public void check(Right right, Document document) {
        check(right, document.doctype());
    }

    @Override
    public Optional<Condition> listCondition(String doctype, Right right) {
        check(right, doctype);
        return Optional.ofNullable(rows.get(doctype));
    }

    @Override
    public Condition rowCondition(String childDoctype, String parentDoctype, Right right) {
        return Condition.parent(
                parentDoctype, listCondition(parentDoctype, right).orElse(Condition.ALL));
    }

    @Override
    public boolean selectOnly(String doctype) {
        return selectable.contains(doctype);
    }

    @Override
    public Map<String, Object> rights(Document document) {
        return Map.of();
    }

    @Override
    public Set<Integer> permlevels(String doctype, Right right) {
        return levels;
    }

    @Override
    public void hideUnreadable(Document document) {}
}
