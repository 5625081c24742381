package org.affogato.doctypes.frappe.core.doctype.comment;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A remark on a document or an entry of its timeline; the document carries the last remarks in {@code _comments}. */
public final class Comment implements DocumentController {
    @Override
    public String doctype() {
        return "Comment";
    }

    @Override
    public void validate(Document comment, Context context) {
        if (comment.text("comment_email").isEmpty()) {
            comment.set("comment_email", context.user());
        }
        if (comment.get("content") instanceof String content) {
            comment.set("content", context.harmless(content));
        }
    }

    @Override
    public void afterInsert(Document comment, Context context) {
        new Mentions(context).tell(comment);
    }

    @Override
    public void onUpdate(Document comment, Context context) {
        if (isRemark(comment) && !comment.text("content").isEmpty()) {
            new RemarkList(comment, context).put();
        }
    }

    @Override
    public void onTrash(Document comment, Context context) {
        if (isRemark(comment)) {
            new RemarkList(comment, context).remove();
        }
    }

    private static boolean isRemark(Document comment) {
        return comment.text("comment_type").equals("Comment");
    }
}
