package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** API keys of users, and the change of one's own password. Frappe: {@code core/doctype/user/user.py}. */
@Singleton
public class UserKeys implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.user.user.";
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final OwnPassword own;

    public UserKeys(OwnPassword own) {
        this.own = own;
    }

    /** Gives a user a new API secret, and a key where he has none; the secret is told this once. */
    @Whitelisted(MODULE + "generate_keys")
    @Requires(role = "System Manager")
    public Map<String, Object> generateKeys(Context context, String user) {
        Document account = context.documents().get("User", user);
        if (account.text("api_key").isEmpty()) {
            account.set("api_key", word());
        }
        String secret = word();
        account.set("api_secret", secret);
        context.documents().save(account);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("api_secret", secret);
        return answer;
    }

    private String word() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(1);
    }

    /** Refuses a password that is not the caller's: what a client asks before something grave. */
    @Whitelisted(MODULE + "verify_password")
    @Requires(access = Access.OWN_DATA)
    public @Nullable Object verifyPassword(Context context, String password) {
        if (!own.matches(context.user(), password)) {
            context.answer().set("message", "Incorrect password");
            throw new AuthenticationError("").shown(Notice.NONE);
        }
        return null;
    }
}
