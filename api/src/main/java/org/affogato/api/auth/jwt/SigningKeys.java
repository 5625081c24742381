package org.affogato.api.auth.jwt;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The key pair that signs the site's tokens: made once, kept encrypted in the database, the same on every node. */
@Singleton
class SigningKeys {
    private final Provider<Engine> engine; // made after the methods
    private final AtomicReference<@Nullable EllipticCurveJsonWebKey> known = new AtomicReference<>();

    SigningKeys(Provider<Engine> engine) {
        this.engine = engine;
    }

    EllipticCurveJsonWebKey pair() {
        EllipticCurveJsonWebKey pair = known.get();
        if (pair == null) {
            pair = read(engine.get()
                    .run(
                            Context.ADMINISTRATOR,
                            context -> context.secrets()
                                    .obtain(
                                            "System Settings",
                                            "System Settings",
                                            "affogato_jwt_key",
                                            SigningKeys::fresh)));
            known.set(pair);
        }
        return pair;
    }

    private static String fresh() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
            return pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException missing) {
            throw new IllegalStateException("This Java has no elliptic curves", missing);
        }
    }

    private static EllipticCurveJsonWebKey read(String json) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(json);
        } catch (JoseException broken) {
            throw new IllegalStateException("The site's signing key cannot be read", broken);
        }
    }
}
