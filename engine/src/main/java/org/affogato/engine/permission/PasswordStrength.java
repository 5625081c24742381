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
     * What is thought of a password.
     *
     * @param score 0, at once guessed, to 4, very hard to guess
     * @param warning what is wrong with it; may be empty
     * @param passes whether the site's policy takes it
     */
    public record Rating(int score, double guesses, String warning, List<String> suggestions, boolean passes) {}

    /** Whether the site looks at new passwords at all. */
    public boolean isOn(Context context) {
        return settings.integer("enable_password_policy", 1, context) != 0;
    }

    /**
     * @param personal names and the like that are easy to guess for this user
     */
    public void check(String password, List<String> personal, Context context) {
        if (password.length() > LONGEST) {
            throw new ValidationError("The password is too long");
        }
        if (!isOn(context)) {
            return;
        }
        Rating rating = rate(password, personal, context);
        if (!rating.passes) {
            throw new ValidationError(advice(rating)).titled("Invalid Password");
        }
    }

    /** The password as the policy sees it. */
    public Rating rate(String password, List<String> personal, Context context) {
        Strength strength = estimate().measure(password.substring(0, Math.min(LOOKED_AT, password.length())), personal);
        boolean passes = strength.getScore() >= Math.max(1, settings.integer("minimum_password_score", 2, context));
        List<String> suggestions =
                passes ? List.of() : List.copyOf(strength.getFeedback().getSuggestions());
        String warning = passes ? "" : strength.getFeedback().getWarning();
        return new Rating(strength.getScore(), strength.getGuesses(), warning, suggestions, passes);
    }

    /** Made when first needed: most processes never see a new password, and it takes a while. */
    private synchronized Zxcvbn estimate() {
        if (estimate == null) {
            estimate = new Zxcvbn();
        }
        return estimate;
    }

    private static String advice(Rating rating) {
        List<String> lines = new ArrayList<>();
        lines.add(rating.warning);
        lines.addAll(rating.suggestions);
        lines.removeIf(String::isBlank);
        return lines.isEmpty() ? "This password is too easy to guess" : String.join(" ", lines);
    }
}
