package org.affogato.api.auth.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.affogato.api.auth.Digests;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * The signed statement of who logged in, made for one client and signed with its secret (HS256), as Frappe's clients
 * check it. It opens nothing here: bearer tokens are never of this kind.
 */
final class IdToken {
    private IdToken() {}

    static String of(Client client, String user, String nonce, String accessToken, Context context) {
        long now = Instant.now().getEpochSecond();
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("aud", client.id());
        claims.put("iat", now);
        byte[] hash = Digests.of(accessToken);
        claims.put("at_hash", Pkce.encoded(Arrays.copyOf(hash, hash.length / 2)));
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        }
        claims.put("exp", now + Grants.LIFE_SECONDS);
        claims.putAll(Claims.of(user, context));
        String text = part("{\"alg\":\"HS256\",\"typ\":\"jwt\"}") + "." + part(JsonWriter.text(claims));
        return text + "." + Pkce.encoded(signature(text, client.secret()));
    }

    private static String part(String json) {
        return Pkce.encoded(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256", missing);
        }
    }
}
