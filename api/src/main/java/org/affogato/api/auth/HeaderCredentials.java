package org.affogato.api.auth;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.InvalidAuthorizationToken;
import org.affogato.engine.spi.Context;

/** Who calls by the {@code Authorization} header. Frappe: {@code validate_auth}. */
@Singleton
public class HeaderCredentials {
    /** Where Basic authorization names a program, not a user. */
    private static final List<String> OF_CLIENTS = List.of(
            "/api/method/frappe.integrations.oauth2.get_token",
            "/api/method/frappe.integrations.oauth2.revoke_token",
            "/api/method/frappe.integrations.oauth2.introspect_token");

    private final Engine engine;
    private final ApiKeys apiKeys;
    private final List<BearerTokens> tokens;

    public HeaderCredentials(Engine engine, ApiKeys apiKeys, @All List<BearerTokens> tokens) {
        this.engine = engine;
        this.apiKeys = apiKeys;
        this.tokens = tokens;
    }

    /**
     * The user whom the header names; empty without a header of two words.
     *
     * @throws org.affogato.engine.error.AuthenticationError where the header names nobody
     */
    Optional<String> user(HttpCall call) {
        String[] words = call.header("Authorization").split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        String scheme = words[0].toLowerCase(Locale.ROOT);
        if (scheme.equals("basic") && OF_CLIENTS.contains(call.path())) {
            return Optional.empty();
        }
        Optional<String> named = engine.runAndRollBack(Context.GUEST, context -> switch (scheme) {
            case "bearer" -> ofToken(words[1], call, context);
            case "token" -> ofKey(words[1], call, context);
            case "basic" -> ofKey(decoded(words[1]), call, context);
            default -> Optional.empty();
        });
        return Optional.of(named.orElseThrow(ApiKeys::refused));
    }

    private Optional<String> ofToken(String token, HttpCall call, Context context) {
        return tokens.stream()
                .map(kind -> kind.user(token, call, context))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> ofKey(String credentials, HttpCall call, Context context) {
        String[] pair = credentials.split(":", -1);
        if (pair.length != 2) {
            return Optional.empty();
        }
        String source = call.header("Frappe-Authorization-Source");
        return Optional.of(apiKeys.user(pair[0], pair[1], source.isEmpty() ? "User" : source, context));
    }

    /** Letters that base64 does not have are passed over, as clients have come to rely on. */
    private static String decoded(String credentials) {
        String letters = credentials.replaceAll("[^A-Za-z0-9+/=]", "");
        if (letters.length() % 4 != 0) {
            throw new InvalidAuthorizationToken("The token is not base64");
        }
        try {
            return new String(Base64.getDecoder().decode(letters), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidAuthorizationToken("The token is not base64");
        }
    }
}
