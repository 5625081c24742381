package org.affogato.engine.permission;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The site's password policy: how hard a new password must be to guess. Frappe: {@code password_strength.py}. */
public final class PasswordStrength {
    /** Longer ones would only serve to keep the server busy hashing. */
    private static final int LONGEST = 512;

    /** The estimate takes long on long passwords, and the beginning says enough. */
    private static final int LOOKED_AT = 128;

    private final AccessSettings settings;
    private @Nullable Zxcvbn estimate;

    public PasswordStrength(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * @param personal names and the like that are easy to guess for this user
     */
    public void check(String password, List<String> personal, Context context) {
        if (password.length() > LONGEST) {
            throw new ValidationError("The password is too long");
        }
        if (settings.integer("enable_password_policy", 1, context) == 0) {
            return;
        }
        Strength strength = estimate().measure(password.substring(0, Math.min(LOOKED_AT, password.length())), personal);
        if (strength.getScore() < Math.max(1, settings.integer("minimum_password_score", 2, context))) {
            ValidationError weak = new ValidationError(advice(strength));
            weak.titled("Invalid Password");
            throw weak;
        }
    }

    /** Made when first needed: most processes never see a new password, and it takes a while. */
    private synchronized Zxcvbn estimate() {
        if (estimate == null) {
            estimate = new Zxcvbn();
        }
        return estimate;
    }

    private static String advice(Strength strength) {
        List<String> lines = new ArrayList<>();
        lines.add(strength.getFeedback().getWarning());
        lines.addAll(strength.getFeedback().getSuggestions());
        lines.removeIf(String::isBlank);
        return lines.isEmpty() ? "This password is too easy to guess" : String.join(" ", lines);
    }
}
