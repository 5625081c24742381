package org.affogato.doctypes.frappe.email.doctype.document_follow;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.form.document_follow}; everybody follows for themselves, what they may read. */
public final class FollowMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.document_follow.";

    /** The new Document Follow, or 1 where the caller had followed, 0 where not. */
    @Whitelisted(MODULE + "update_follow")
    @Requires(right = "read", nameArgument = "doc_name")
    public @Nullable Object updateFollow(Context context, String doctype, String docName, boolean following) {
        return following
                ? followDocument(context, doctype, docName, context.user())
                : unfollowDocument(context, doctype, docName, context.user());
    }

    @Whitelisted(MODULE + "follow_document")
    @Requires(right = "read", nameArgument = "doc_name")
    public @Nullable Document followDocument(Context context, String doctype, String docName, String user) {
        checkOwn(context, user);
        return new Following(context).follow(new DocRef(doctype, docName), user).orElse(null);
    }

    @Whitelisted(MODULE + "unfollow_document")
    @Requires(right = "read", nameArgument = "doc_name")
    public Object unfollowDocument(Context context, String doctype, String docName, String user) {
        checkOwn(context, user);
        return new Following(context).unfollow(new DocRef(doctype, docName), user) ? 1 : 0;
    }

    private static void checkOwn(Context context, String user) {
        if (!user.equals(context.user()) && !context.isAdministrator()) {
            throw new PermissionError("Nobody follows documents for others");
        }
    }

    @Whitelisted(MODULE + "get_follow_users")
    @Requires(right = "read", nameArgument = "doc_name")
    public List<Map<String, @Nullable Object>> getFollowUsers(Context context, String doctype, String docName) {
        return new Following(context).followers(new DocRef(doctype, docName));
    }
}
