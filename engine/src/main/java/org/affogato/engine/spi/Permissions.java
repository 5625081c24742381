package org.affogato.engine.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;

/**
 * Who may do what, bound to one {@link Context}: roles, owners, User Permissions, shares and controllers in one answer.
 * The check of a document and the condition of a list come from the same rule. Frappe: {@code permissions.py}.
 */
public interface Permissions {
    /** Whether the user has the right on some document of the DocType (if_owner and shares count). */
    boolean has(Right right, String doctype);

    /** Whether the user has the right on this document. */
    boolean has(Right right, Document document);

    /**
     * @throws org.affogato.engine.error.PermissionError where {@link #has} is false
     */
    void check(Right right, String doctype);

    /**
     * @throws org.affogato.engine.error.PermissionError where {@link #has} is false
     */
    void check(Right right, Document document);

    /**
     * Which rows a list may show: empty for all. The right is READ, or SELECT where {@link #selectOnly} says so.
     *
     * @throws org.affogato.engine.error.PermissionError where the user may list none of the DocType
     */
    Optional<Condition> listCondition(String doctype, Right right);

    /**
     * Like {@link #listCondition(String, Right)}, for the choices of a Link field: User Permissions on the DocType that
     * count for one DocType only count where that one is linking.
     *
     * @param linkedFrom the DocType that has the Link field
     */
    default Optional<Condition> listCondition(String doctype, Right right, String linkedFrom) {
        return listCondition(doctype, right);
    }

    /**
     * Which rows of a child table a list may show, through the right on documents of the parent DocType.
     *
     * @throws org.affogato.engine.error.PermissionError where the user may list none of the parent, or it has no such
     *     table
     */
    Condition rowCondition(String childDoctype, String parentDoctype, Right right);

    /** Whether the roles give SELECT without READ: lists then show {@code name} and the search fields only. */
    boolean selectOnly(String doctype);

    /**
     * All rights on one document, by wire name as 1 or 0, with Frappe's keys {@code if_owner} and
     * {@code has_if_owner_enabled}. Frappe: {@code get_doc_permissions}.
     */
    Map<String, Object> rights(Document document);

    /** The permlevels at which the user has the right (READ or WRITE) on the DocType; rows of a child follow its parent. */
    Set<Integer> permlevels(String doctype, Right right);

    /** Removes the values that the user may not read. */
    void hideUnreadable(Document document);
}
