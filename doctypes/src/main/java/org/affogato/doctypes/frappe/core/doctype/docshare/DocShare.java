package org.affogato.doctypes.frappe.core.doctype.docshare;

import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.MandatoryError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One document granted to one user or to everyone. */
public final class DocShare implements DocumentController {
    @Override
    public String doctype() {
        return "DocShare";
    }

    @Override
    public void validate(Document share, Context context) {
        checkUser(share);
        checkMayShare(share, context);
        checkSubmittable(share, context);
        widen(share);
    }

    private static void checkUser(Document share) {
        if (share.check("everyone")) {
            share.set("user", null);
        } else if (share.text("user").isEmpty()) {
            throw new MandatoryError("A share needs a user");
        }
    }

    private static void checkMayShare(Document share, Context context) {
        Document shared = context.documents().get(share.text("share_doctype"), share.text("share_name"));
        if (!context.permissions().has(Right.SHARE, shared)) {
            throw new PermissionError("You need the right to share " + shared);
        }
    }

    private static void checkSubmittable(Document share, Context context) {
        if (share.check("submit") && !context.meta(share.text("share_doctype")).isSubmittable()) {
            throw new ValidationError("%s cannot be shared with submit: its DocType is not submittable"
                    .formatted(share.text("share_name")));
        }
    }

    private static void widen(Document share) {
        if (share.check("submit")) {
            share.set("write", 1L);
        }
        if (share.check("share") || share.check("write")) {
            share.set("read", 1L);
        }
    }

    @Override
    public void afterInsert(Document share, Context context) {
        Timeline timeline = new Timeline(context);
        String with = share.check("everyone") ? "everyone" : timeline.fullName(share.text("user"));
        timeline.add(place(share), "Shared", timeline.fullName(share.owner()) + " shared this document with " + with);
    }

    @Override
    public void onTrash(Document share, Context context) {
        if (!context.documents().exists(share.text("share_doctype"), share.text("share_name"))) {
            return;
        }
        checkMayShare(share, context);
        Timeline timeline = new Timeline(context);
        String with = share.check("everyone") ? "everyone" : timeline.fullName(share.text("user"));
        timeline.add(
                place(share),
                "Unshared",
                timeline.fullName(context.user()) + " no longer shares this document with " + with);
    }

    private static DocRef place(Document share) {
        return new DocRef(share.text("share_doctype"), share.text("share_name"));
    }
}
