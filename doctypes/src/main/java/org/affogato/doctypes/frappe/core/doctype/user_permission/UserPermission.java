package org.affogato.doctypes.frappe.core.doctype.user_permission;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DuplicateEntryError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

/** Restricts a user to documents that are, or link to, a certain one. */
public final class UserPermission implements DocumentController {
    @Override
    public String doctype() {
        return "User Permission";
    }

    @Override
    public void validate(Document permission, Context context) {
        for (Map<String, @Nullable Object> other : others(permission, context)) {
            checkTwin(permission, other);
            checkDefault(permission, other);
        }
    }

    /** Other permissions of the user on the same DocType: few. */
    private static List<Map<String, @Nullable Object>> others(Document permission, Context context) {
        return context.database()
                .query(
                        "SELECT name, for_value, COALESCE(applicable_for, '') AS applicable_for, apply_to_all_doctypes, is_default "
                                + "FROM {User Permission} WHERE `user` = ? AND allow = ? AND name <> ?",
                        permission.text("user"),
                        permission.text("allow"),
                        permission.name());
    }

    private static void checkTwin(Document permission, Map<String, @Nullable Object> other) {
        boolean sameValue = permission.text("for_value").equals(String.valueOf(other.get("for_value")));
        boolean sameReach = applicableFor(permission).equals(other.get("applicable_for"))
                && permission.check("apply_to_all_doctypes") == isOn(other.get("apply_to_all_doctypes"));
        if (sameValue && sameReach) {
            throw new DuplicateEntryError("This User Permission is there already");
        }
    }

    private static void checkDefault(Document permission, Map<String, @Nullable Object> other) {
        boolean overlaps = isOn(other.get("apply_to_all_doctypes"))
                || applicableFor(permission).equals(other.get("applicable_for"));
        if (permission.check("is_default") && isOn(other.get("is_default")) && overlaps) {
            throw new ValidationError(
                    "%s is the default value for %s already".formatted(other.get("name"), permission.text("allow")));
        }
    }

    private static String applicableFor(Document permission) {
        return permission.text("applicable_for");
    }

    private static boolean isOn(@Nullable Object flag) {
        return flag instanceof Number number ? number.longValue() != 0 : Boolean.TRUE.equals(flag);
    }
}
