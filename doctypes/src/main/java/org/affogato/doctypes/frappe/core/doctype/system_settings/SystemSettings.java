package org.affogato.doctypes.frappe.core.doctype.system_settings;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

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
        new SecondFactorRules(context).apply(settings);
        checkPasswordLogin(settings, context);
        if (settings.integer("backup_limit") < 1) {
            settings.set("backup_limit", 1L);
            context.answer().message(new Message("At least one backup has to be kept.", Map.of("alert", 1)));
        }
        if (!settings.text("allowed_file_extensions").isEmpty()) {
            settings.set("allowed_file_extensions", extensions(settings.text("allowed_file_extensions")));
        }
    }

    /** Somehow users must be able to get in. */
    private static void checkPasswordLogin(Document settings, Context context) {
        if (settings.check("disable_user_pass_login")
                && !settings.check("login_with_email_link")
                && !hasOtherLogin(context)) {
            throw new ValidationError("Without passwords nobody could log in: allow another way of logging in first");
        }
    }

    private static boolean hasOtherLogin(Context context) {
        String sql = "SELECT 1 FROM {Social Login Key} WHERE enable_social_login = 1 LIMIT 1";
        return !context.database().query(sql).isEmpty()
                || isOn(context.documents().single("LDAP Settings", "enabled"));
    }

    private static boolean isOn(@Nullable Object value) {
        return value != null && !value.toString().isEmpty() && !value.toString().equals("0");
    }

    private static String extensions(String lines) {
        return lines.strip()
                .lines()
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                .collect(joining("\n"));
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
        if (settings.integer("force_user_to_reset_password") > 0
                && settings.hasChanged("force_user_to_reset_password")) {
            startPasswordAges(context);
        }
        new SiteDefaults(context).put(settings);
        context.touch("System Settings");
    }

    /** From now on passwords grow old: those whose age is not known count from today. */
    private static void startPasswordAges(Context context) {
        String sql = "UPDATE {User} SET last_password_reset_date = ? WHERE last_password_reset_date IS NULL";
        context.database().execute(sql, context.now().toLocalDate());
    }
}
