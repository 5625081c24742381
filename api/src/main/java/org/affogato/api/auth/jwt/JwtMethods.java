package org.affogato.api.auth.jwt;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Gives a user a token of his own. */
@Singleton
public class JwtMethods implements WhitelistedMethods {
    private final Provider<JwtTokens> tokens; // made after the methods

    public JwtMethods(Provider<JwtTokens> tokens) {
        this.tokens = tokens;
    }

    /** For callers with a session or an API key: a token cannot be prolonged by itself. */
    @Whitelisted(value = "affogato.jwt.issue", verbs = "POST")
    @Requires(access = Access.OWN_DATA)
    public Map<String, Object> issue(Context context, @Host HttpCall call) {
        if (call.header("Authorization").toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw new PermissionError("A token cannot be had by a token");
        }
        call.setHeader("Cache-Control", "no-store");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.get().issue(context.user()));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tokens.get().life().toSeconds());
        return answer;
    }
}
