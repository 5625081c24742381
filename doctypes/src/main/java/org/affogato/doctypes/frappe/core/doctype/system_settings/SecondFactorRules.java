package org.affogato.doctypes.frappe.core.doctype.system_settings;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** What follows from switching the second factor on or off. Frappe: {@code toggle_two_factor_auth}. */
final class SecondFactorRules {
    private final Context context;

    SecondFactorRules(Context context) {
        this.context = context;
    }

    void apply(Document settings) {
        if (!settings.check("enable_two_factor_auth")) {
            settings.set("bypass_2fa_for_retricted_ip_users", 0L);
            settings.set("bypass_restrict_ip_check_if_2fa_enabled", 0L);
            return;
        }
        if (settings.text("two_factor_method").equals("SMS")) {
            throw new ValidationError("Codes cannot be sent by SMS: choose OTP App or Email");
        }
        askOfAll();
    }

    /** Once on, it holds for all users until somebody takes it from the role All. */
    private void askOfAll() {
        Context relaxed = context.with(context.flags().ignoringPermissions());
        Document all = relaxed.documents().get("Role", "All");
        if (!all.check("two_factor_auth")) {
            relaxed.documents().save(all.set("two_factor_auth", 1L));
        }
    }
}
