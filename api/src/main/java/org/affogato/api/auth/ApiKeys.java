package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.error.AuthenticationError;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.permission.AccessCache;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;

/**
 * {@code key:secret}, as {@code Authorization: token} and {@code Basic} bring them. Of a secret that was right only a digest is
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
     * The user of the key.
     *
     * @param source the DocType that has the key: User, or one whose documents name a user and have keys of their own
     * @throws AuthenticationError for a key that is not there, a wrong secret, or a disabled user
     */
    String user(String key, String secret, String source, Context context) {
        byte[] given = Digests.of(secret);
        return find(source, key, context)
                .filter(known -> MessageDigest.isEqual(known.secret, given))
                .map(Key::user)
                .filter(user -> engine.permissions().roles().user(user, context).enabled())
                .orElseThrow(ApiKeys::refused);
    }

    private Optional<Key> find(String source, String key, Context context) {
        if (key.isEmpty() || !hasKeys(source, context)) {
            return Optional.empty();
        }
        if (!source.equals("User")) {
            return load(source, key, context); // no cache hears of its changes
        }
        return keys.get(key, context, () -> load(source, key, context));
    }

    private static boolean hasKeys(String source, Context context) {
        if (source.equals("User")) {
            return true;
        }
        return context.hasDoctype(source)
                && context.meta(source).isColumn("api_key")
                && context.meta(source).isColumn("user")
                && !context.meta(source).isSingle();
    }

    private static Optional<Key> load(String source, String key, Context context) {
        String user = source.equals("User") ? "name" : "user";
        String sql = "SELECT name, {%1$s.%2$s} FROM {%1$s} WHERE {%1$s.api_key} = ? LIMIT 1".formatted(source, user);
        return context.database().query(sql, List.of(key), row -> List.of(row.getString(1), row.getString(2))).stream()
                .findFirst()
                .flatMap(found -> context.secrets()
                        .read(source, found.getFirst(), "api_secret")
                        .map(secret -> new Key(found.getLast(), Digests.of(secret))));
    }

    static AuthenticationError refused() {
        AuthenticationError error = new AuthenticationError("");
        error.shown(Notice.NONE);
        return error;
    }
}
