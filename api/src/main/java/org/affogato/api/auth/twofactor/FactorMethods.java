package org.affogato.api.auth.twofactor;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.auth.OwnPassword;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.permission.AccessSettings;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** What users and administrators do about second factors. */
@Singleton
public class FactorMethods implements WhitelistedMethods {
    private final Provider<Engine> engine; // made after the methods
    private final Provider<FactorDelivery> delivery;
    private final OwnPassword own;

    FactorMethods(Provider<Engine> engine, Provider<FactorDelivery> delivery, OwnPassword own) {
        this.engine = engine;
        this.delivery = delivery;
        this.own = own;
    }

    /** Forgets a user's app, so that the next login sets up another. Frappe: {@code reset_otp_secret}. */
    @Whitelisted(value = "frappe.twofactor.reset_otp_secret", verbs = "POST")
    @Requires(access = Access.ANY_USER)
    public void reset(Context context, String user) {
        boolean allowed = user.equals(context.user())
                || context.isAdministrator()
                || context.roles().contains("System Manager");
        if (!allowed) {
            throw new PermissionError("Only a System Manager may reset the second factor of others");
        }
        if (settings().integer("enable_two_factor_auth", 0, context) == 0) {
            throw new ValidationError("Two factor authentication is off: switch it on in System Settings first")
                    .titled("Enable Two Factor Auth");
        }
        new FactorStore(context, user).reset();
        delivery.get().mailReset(user, context);
        context.answer()
                .message(new Message("The second factor was reset. It is set up anew at the next login.", Map.of()));
    }

    /**
     * What to set up an app by, for the caller who shows his password again. Refused once the app is set up. Frappe
     * tells it by mail only.
     */
    @Whitelisted(value = "affogato.twofactor.set_up", verbs = "POST")
    @Requires(access = Access.OWN_DATA)
    public Map<String, String> setUp(Context context, String password) {
        if (!own.matches(context.user(), password)) {
            throw new AuthenticationError("").shown(Notice.NONE);
        }
        FactorStore store = new FactorStore(context, context.user());
        if (store.isSetUp()) {
            throw new ValidationError("An app is set up already: reset it first");
        }
        store.lock();
        OneTimePassword secret = store.password();
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("secret", secret.secret());
        answer.put("uri", secret.uri(context.user(), issuer(settings(), context)));
        return answer;
    }

    static String issuer(AccessSettings settings, Context context) {
        return settings.text("otp_issuer_name", "Affogato", context);
    }

    private AccessSettings settings() {
        return engine.get().permissions().settings();
    }
}
