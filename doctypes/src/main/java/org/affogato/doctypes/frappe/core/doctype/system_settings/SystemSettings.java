package org.affogato.doctypes.frappe.core.doctype.system_settings;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** The settings of the whole site. */
public final class SystemSettings implements DocumentController {
    @Override
    public String doctype() {
        return "System Settings";
    }

    @Override
    public void validate(Document settings, Context context) {
        checkPasswordPolicy(settings);
        checkSessionExpiry(settings);
        if (!settings.check("enable_two_factor_auth")) {
            settings.set("bypass_2fa_for_retricted_ip_users", 0L);
            settings.set("bypass_restrict_ip_check_if_2fa_enabled", 0L);
        }
        if (settings.integer("backup_limit") < 1) {
            settings.set("backup_limit", 1L);
        }
    }

    private static void checkPasswordPolicy(Document settings) {
        boolean enabled = settings.check("enable_password_policy");
        if (enabled && settings.integer("minimum_password_score") <= 0) {
            throw new ValidationError("Set a minimum password score as well");
        }
        if (!enabled) {
            settings.set("minimum_password_score", "");
        }
    }

    private static void checkSessionExpiry(Document settings) {
        String expiry = settings.text("session_expiry");
        if (!expiry.isEmpty() && (!expiry.matches("\\d+:\\d+") || expiry.matches("0+:0+"))) {
            throw new ValidationError("Session Expiry must be in format hh:mm");
        }
    }

    @Override
    public void onUpdate(Document settings, Context context) {
        new SiteDefaults(context).put(settings);
        context.touch("System Settings");
    }
}
