package org.affogato.engine.spi;

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
     * Which rows a list may show: empty for all.
     *
     * @throws org.affogato.engine.error.PermissionError where the user may list none of the DocType
     */
    Optional<Condition> listCondition(String doctype, Right right);

    /** The permlevels at which the user has the right (READ or WRITE) on the DocType; rows of a child follow its parent. */
    Set<Integer> permlevels(String doctype, Right right);

    /** Removes the values that the user may not read. */
    void hideUnreadable(Document document);
}
