package org.affogato.doctypes.frappe.core.doctype.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.doctypes.frappe.core.doctype.file.DataImages;
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
        values.put("content", withFiles(content, place, context));
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
        Optional<Document> place = place(comment, context);
        place.ifPresent(document -> context.permissions().check(Right.READ, document));
        String text =
                place.map(document -> withFiles(content, document, context)).orElse(content);
        relaxed(context).save(comment.set("content", text));
    }

    /** The document that a comment is about, if it is about one. */
    private static Optional<Document> place(Document comment, Context context) {
        DocRef place = new DocRef(comment.text("reference_doctype"), comment.text("reference_name"));
        boolean isNamed = !place.doctype().isEmpty() && !place.name().isEmpty();
        return isNamed ? Optional.of(context.documents().get(place.doctype(), place.name())) : Optional.empty();
    }

    /** Pictures of a comment are private files of the document: whoever may read that sees them. */
    private static String withFiles(String content, Document place, Context context) {
        return new DataImages(place, true, context).extracted(content);
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
