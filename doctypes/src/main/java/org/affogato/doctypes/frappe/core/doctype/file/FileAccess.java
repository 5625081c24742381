package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;

/**
 * Who may read and change a file: its owner, and those who may read or change the document it is attached to. Public
 * files are for all to read. Frappe lets everybody change those too; here System Managers look after them.
 */
final class FileAccess {
    private static final Set<Right> CHANGES = Set.of(Right.WRITE, Right.DELETE);

    private final Context context;

    FileAccess(Context context) {
        this.context = context;
    }

    boolean has(Right right, Document file) {
        boolean changes = CHANGES.contains(right);
        if (right == Right.CREATE || context.isAdministrator() || !changes && !file.check("is_private")) {
            return true;
        }
        if (!context.isGuest() && file.owner().equals(context.user())) {
            return true;
        }
        if (isAttached(file)) {
            return attachedTo(file)
                    .filter(document -> context.permissions().has(changes ? Right.WRITE : Right.READ, document))
                    .isPresent();
        }
        return !file.check("is_private") && context.roles().contains("System Manager");
    }

    static boolean isAttached(Document file) {
        return !file.text("attached_to_doctype").isEmpty()
                && !file.text("attached_to_name").isEmpty();
    }

    /** The document that a file is attached to; empty where there is none, or none yet. */
    Optional<Document> attachedTo(Document file) {
        String doctype = file.text("attached_to_doctype");
        return isAttached(file) && context.hasDoctype(doctype)
                ? context.documents().find(doctype, file.text("attached_to_name"))
                : Optional.empty();
    }

    /** Refuses a file to be attached to a document that the caller may not change. */
    void checkAttachable(Document file) {
        if (context.flags().ignorePermissions() || !isAttached(file)) {
            return;
        }
        Optional<Document> target = attachedTo(file);
        if (target.isPresent()) {
            context.permissions().check(Right.WRITE, target.get());
        } else {
            context.permissions().check(Right.WRITE, file.text("attached_to_doctype"));
        }
    }

    /** The files that {@link #has} lets the caller read, as a condition for lists. */
    Condition readable() {
        List<Condition> either = new ArrayList<>();
        either.add(Condition.equal("is_private", 0L));
        if (!context.isGuest()) {
            either.add(Condition.equal("owner", context.user()));
        }
        for (String doctype : attachedDoctypes()) {
            readable(doctype).ifPresent(either::add);
        }
        return new Condition.Or(either);
    }

    private List<String> attachedDoctypes() {
        return context.database()
                .query(
                        "SELECT DISTINCT attached_to_doctype FROM {File} WHERE attached_to_doctype > ''",
                        List.of(),
                        row -> row.getString(1));
    }

    private Optional<Condition> readable(String doctype) {
        if (!context.hasDoctype(doctype)
                || context.meta(doctype).isVirtual()
                || !context.permissions().has(Right.READ, doctype)) {
            return Optional.empty();
        }
        if (context.meta(doctype).isSingle()) {
            return Optional.of(context.documents().get(doctype, doctype))
                    .filter(single -> context.permissions().has(Right.READ, single))
                    .map(single -> Condition.equal("attached_to_doctype", doctype));
        }
        Condition open =
                context.permissions().listCondition(doctype, Right.READ).orElse(anyDocument());
        return Optional.of(new Condition.Named("attached_to_doctype", "attached_to_name", doctype, open));
    }

    /** True for every document, but only where there is one. */
    private static Condition anyDocument() {
        return Condition.not(Condition.NONE);
    }
}
