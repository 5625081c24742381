package org.affogato.doctypes.frappe.core.doctype.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.doctypes.frappe.email.doctype.document_follow.Following;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.form.utils}: what the box below a form's timeline calls. */
public final class CommentMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.utils.";

    /** Whoever may read a document may comment on it. */
    @Whitelisted(
            value = MODULE + "add_comment",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public Document addComment(
            Context context,
            String referenceDoctype,
            String referenceName,
            String content,
            String commentEmail,
            String commentBy) {
        Document place = context.documents().get(referenceDoctype, referenceName);
        context.permissions().check(Right.READ, place);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("comment_type", "Comment");
        values.put("reference_doctype", referenceDoctype);
        values.put("reference_name", place.name());
        values.put("comment_email", commentEmail);
        values.put("comment_by", commentBy);
        values.put("content", content);
        Documents documents = relaxed(context);
        Document comment = documents.insert(documents.createWithDefaults("Comment", values));
        new Following(context).followIfWanted(place.ref(), context.user(), "follow_commented_documents");
        return comment;
    }

    private static Documents relaxed(Context context) {
        return context.with(context.flags().ignoringPermissions()).documents();
    }

    /** Who wrote a comment may change it as long as they may read the document. */
    @Whitelisted(MODULE + "update_comment")
    @Requires(access = Access.ANY_USER)
    public void updateComment(Context context, String name, String content) {
        Document comment = context.documents().get("Comment", name);
        if (!context.isAdministrator() && !comment.owner().equals(context.user())) {
            throw new PermissionError("Comments are changed by those who wrote them");
        }
        checkPlace(context, new DocRef(comment.text("reference_doctype"), comment.text("reference_name")));
        relaxed(context).save(comment.set("content", content));
    }

    private static void checkPlace(Context context, DocRef place) {
        if (!place.doctype().isEmpty() && !place.name().isEmpty()) {
            Document document = context.documents().get(place.doctype(), place.name());
            context.permissions().check(Right.READ, document);
        }
    }

    /** Deletes an attachment. */
    @Whitelisted(
            value = MODULE + "remove_attach",
            verbs = {"DELETE", "POST"})
    @Requires(access = Access.ANY_USER)
    public void removeAttach(Context context, String fid) {
        context.documents().delete("File", fid);
    }
}
