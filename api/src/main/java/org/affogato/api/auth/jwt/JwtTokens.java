package org.affogato.api.auth.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affogato.api.auth.BearerTokens;
import org.affogato.api.auth.Digests;
import org.affogato.api.request.HttpCall;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/**
 * JSON Web Tokens of this site, signed with its own key by ES256: issuer, audience and end are checked, and a token by
 * any other algorithm is none. Whether the user is still enabled is asked at each call.
 */
@Singleton
public class JwtTokens implements BearerTokens {
    private static final int REMEMBERED = 20_000;

    private final Engine engine;
    private final SigningKeys keys;
    private final AffogatoSettings.Jwt settings;
    private final Cache<String, Known> checked = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    JwtTokens(Engine engine, SigningKeys keys, AffogatoSettings settings) {
        this.engine = engine;
        this.keys = keys;
        this.settings = settings.jwt();
    }

    /** A token whose signature was found right. */
    private record Known(String user, Instant end) {}

    Duration life() {
        return settings.life();
    }

    /** A new token of the user. */
    String issue(String user) {
        Instant now = Instant.now();
        EllipticCurveJsonWebKey pair = keys.pair();
        return Jwt.issuer(issuer())
                .subject(user)
                .upn(user)
                .audience(settings.audience())
                .issuedAt(now)
                .expiresAt(now.plus(settings.life()))
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(pair.getKeyId())
                .sign(pair.getPrivateKey());
    }

    private String issuer() {
        return engine.settings().url();
    }

    @Override
    public Optional<String> user(String token, HttpCall call, Context context) {
        if (token.chars().filter(letter -> letter == '.').count() != 2) {
            return Optional.empty();
        }
        return known(token)
                .filter(found -> found.end().isAfter(Instant.now()))
                .map(Known::user)
                .filter(user -> engine.permissions().roles().user(user, context).enabled());
    }

    private Optional<Known> known(String token) {
        String digest = Digests.hex(token);
        Known remembered = checked.getIfPresent(digest);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Known> found = check(token);
        found.ifPresent(known -> checked.put(digest, known));
        return found;
    }

    private Optional<Known> check(String token) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo(keys.pair().getPublicKey(), issuer());
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        rules.setExpectedAudience(Set.of(settings.audience()));
        rules.setClockSkew(0);
        try {
            JsonWebToken parsed = new DefaultJWTParser(rules).parse(token);
            return Optional.of(new Known(parsed.getSubject(), Instant.ofEpochSecond(parsed.getExpirationTime())));
        } catch (ParseException refused) {
            return Optional.empty();
        }
    }
}
