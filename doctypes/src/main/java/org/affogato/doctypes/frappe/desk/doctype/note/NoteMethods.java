package org.affogato.doctypes.frappe.desk.doctype.note;

import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** {@code frappe.desk.doctype.note.note}. */
public final class NoteMethods implements WhitelistedMethods {
    /** The caller has read a note that was shown at login. */
    @Whitelisted("frappe.desk.doctype.note.note.mark_as_seen")
    @Requires(right = "read", doctype = "Note", nameArgument = "note")
    public void markAsSeen(Context context, String note) {
        Context relaxed = context.with(context.flags().ignoringPermissions());
        Document seen = relaxed.documents().getForUpdate("Note", note);
        boolean before =
                seen.rows("seen_by").stream().anyMatch(row -> row.text("user").equals(context.user()));
        if (!before) {
            relaxed.documents().append(seen, "seen_by", Map.of("user", context.user()));
            relaxed.documents().save(seen);
        }
    }
}
