package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.InvalidAuthorizationToken;
import org.affogato.engine.permission.AccessCache;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;

/**
 * {@code Authorization: token key:secret} and the same in {@code Basic}. Of a secret that was right only a digest is
 * remembered. Frappe: {@code validate_auth_via_api_keys}.
 */
@Singleton
public class ApiKeys {
    private final Engine engine;
    private final AccessCache<Optional<Key>> keys = new AccessCache<>(10_000, List.of(AccessScope.ACCESS));

    public ApiKeys(Engine engine) {
        this.engine = engine;
        engine.versions().onChange(AccessScope.ACCESS, keys::clear);
    }

    private record Key(String user, byte[] secret) {}

    /**
     * The user that the header names; empty for a scheme that is not ours and for credentials of another form.
     *
     * @throws AuthenticationError for a key that is not there, a wrong secret, or a disabled user
     */
    Optional<String> user(String scheme, String credentials, Context context) {
        String[] pair = pair(scheme.toLowerCase(Locale.ROOT), credentials).split(":", -1);
        if (pair.length != 2) {
            return Optional.empty();
        }
        byte[] given = digest(pair[1]);
        return Optional.of(find(pair[0], context)
                .filter(key -> MessageDigest.isEqual(key.secret, given))
                .map(Key::user)
                .filter(user -> engine.permissions().roles().user(user, context).enabled())
                .orElseThrow(ApiKeys::refused));
    }

    private static String pair(String scheme, String credentials) {
        if (scheme.equals("token")) {
            return credentials;
        }
        if (!scheme.equals("basic")) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidAuthorizationToken("The token is not base64");
        }
    }

    private Optional<Key> find(String key, Context context) {
        return key.isEmpty() ? Optional.empty() : keys.get(key, context, () -> load(key, context));
    }

    private static Optional<Key> load(String key, Context context) {
        return context
                .database()
                .query(
                        "SELECT `name` FROM `tabUser` WHERE `api_key` = ? LIMIT 1",
                        List.of(key),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .flatMap(user -> context.secrets()
                        .read("User", user, "api_secret")
                        .map(secret -> new Key(user, digest(secret))));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    static AuthenticationError refused() {
        AuthenticationError error = new AuthenticationError("");
        error.shown(Notice.NONE);
        return error;
    }
}
