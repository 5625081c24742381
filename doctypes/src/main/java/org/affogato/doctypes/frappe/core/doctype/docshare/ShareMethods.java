package org.affogato.doctypes.frappe.core.doctype.docshare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.doctypes.frappe.core.doctype.docshare.Sharing.Target;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications;
import org.affogato.doctypes.frappe.desk.doctype.notification_log.Notifications.Notice;
import org.affogato.doctypes.frappe.email.doctype.document_follow.Following;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.share}. */
public final class ShareMethods implements WhitelistedMethods {
    private static final List<String> SHOWN =
            List.of("name", "user", "read", "write", "submit", "share", "everyone", "owner", "creation");

    /** Shares a document with a user, the caller where none is named. */
    @Whitelisted("frappe.share.add")
    @Requires(right = "share", nameArgument = "name")
    public Document add(
            Context context,
            String doctype,
            String name,
            @Nullable String user,
            @Argument(otherwise = "0") boolean write,
            @Argument(otherwise = "0") boolean submit,
            @Argument(otherwise = "0") boolean share,
            @Argument(otherwise = "0") boolean everyone,
            @Argument(otherwise = "0") boolean notify) {
        String receiver = user == null || user.isEmpty() ? context.user() : user;
        Target target = new Target(doctype, name, receiver, everyone);
        Map<Right, Boolean> rights =
                Map.of(Right.READ, true, Right.WRITE, write || submit, Right.SUBMIT, submit, Right.SHARE, share);
        rights.forEach((right, granted) -> checkMayGive(context, target, right, granted));
        Document made = new Sharing(context).grant(target, rights);
        if (notify && !everyone) {
            tell(context, target);
        }
        new Following(context).followIfWanted(place(target), receiver, "follow_shared_documents");
        return made;
    }

    /** Nobody gives what they lack. */
    private static void checkMayGive(Context context, Target target, Right right, boolean granted) {
        if (granted && !context.permissions().has(right, context.documents().get(target.doctype(), target.name()))) {
            throw new PermissionError("You cannot give the right to %s %s, which you lack yourself"
                    .formatted(right.fieldname(), target.name()));
        }
    }

    private static void tell(Context context, Target target) {
        Notifications notifications = new Notifications(context);
        String subject = "%s shared a document %s %s with you"
                .formatted(
                        Notifications.bold(new Timeline(context).fullName(context.user())),
                        Notifications.bold(target.doctype()),
                        notifications.title(place(target)));
        notifications.send(List.of(target.user()), new Notice("Share", place(target), subject, null));
    }

    private static DocRef place(Target target) {
        return new DocRef(target.doctype(), target.name());
    }

    /** Gives or takes one right on a document. */
    @Whitelisted("frappe.share.set_permission")
    @Requires(right = "share", nameArgument = "name")
    public @Nullable Document setPermission(
            Context context,
            String doctype,
            String name,
            @Nullable String user,
            String permissionTo,
            @Argument(otherwise = "1") boolean value,
            @Argument(otherwise = "0") boolean everyone) {
        Right right = Right.of(permissionTo)
                .filter(Sharing.RIGHTS::contains)
                .orElseThrow(() -> new ValidationError(permissionTo + " is no right that can be shared"));
        Target target = new Target(doctype, name, user == null ? "" : user, everyone);
        checkMayGive(context, target, right, value);
        checkMayGive(context, target, Right.READ, value);
        checkMayGive(context, target, Right.WRITE, value && right == Right.SUBMIT);
        return new Sharing(context).set(target, right, value);
    }

    /** Whom a document is shared with; nobody for a caller who may not read it. */
    @Whitelisted("frappe.share.get_users")
    @Requires(access = Requires.Access.ANY_USER)
    public List<Map<String, @Nullable Object>> getUsers(Context context, String doctype, String name) {
        Document document = context.documents().get(doctype, name);
        if (!context.permissions().has(Right.READ, document)) {
            return List.of();
        }
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("share_doctype", doctype);
        filters.put("share_name", document.name());
        return context.documents().list(ListRequest.all("DocShare", SHOWN, filters));
    }
}
