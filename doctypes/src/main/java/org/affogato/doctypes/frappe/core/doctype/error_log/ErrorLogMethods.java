package org.affogato.doctypes.frappe.core.doctype.error_log;

import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** {@code frappe.core.doctype.error_log.error_log}. */
public final class ErrorLogMethods implements WhitelistedMethods {
    @Whitelisted("frappe.core.doctype.error_log.error_log.clear_error_logs")
    @Requires(role = "System Manager")
    public void clear(Context context) {
        context.database().execute("DELETE FROM {Error Log}");
    }
}
