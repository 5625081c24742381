package org.affogato.api.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Visitor;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed tokens: whose word they carry, and which are none. */
@QuarkusTest
class JwtTest {
    private static final AtomicLong COUNT = new AtomicLong();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    @Inject
    SigningKeys keys;

    private String user;
    private Visitor browser;

    @BeforeEach
    void logIn() throws Exception {
        user = accounts.user("token" + COUNT.incrementAndGet(), "System Manager");
        browser = new Visitor(base);
        browser.login(user, Accounts.PASSWORD);
    }

    private String issued() throws Exception {
        return browser.post("/api/method/affogato.jwt.issue")
                .json()
                .at("/message/access_token")
                .asText();
    }

    private int status(String token) throws Exception {
        return new Visitor(base).bearer(token).whoAmI().status();
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer("https://site.example")
                .subject("Administrator")
                .upn("Administrator")
                .audience("affogato")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(60));
    }

    private static String signed(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(key);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void speaksForTheUserWhoAskedForIt() throws Exception {
        String token = issued();
        assertThat(new Visitor(base).bearer(token).whoAmI().text("message")).isEqualTo(user);
        assertThat(new Visitor(base)
                        .bearer(token)
                        .post("/api/resource/ToDo", "description", "x")
                        .status())
                .isEqualTo(200);
        assertThat(new Visitor(base)
                        .bearer(token)
                        .post("/api/method/affogato.jwt.issue")
                        .status())
                .isEqualTo(403);
        assertThat(new Visitor(base).post("/api/method/affogato.jwt.issue").status())
                .isEqualTo(403);
    }

    @Test
    void endsWhenItsUserIsDisabled() throws Exception {
        String token = issued();
        assertThat(status(token)).isEqualTo(200);
        accounts.change(user, "enabled", 0L);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void countsOnlyWithTheRightIssuerAudienceAndTime() throws Exception {
        PrivateKey key = keys.pair().getPrivateKey();
        assertThat(status(signed(claims(), key))).isEqualTo(200);
        assertThat(status(signed(claims().issuer("https://evil.example"), key))).isEqualTo(401);
        assertThat(status(signed(claims().audience("another"), key))).isEqualTo(401);
        assertThat(status(signed(claims().expiresAt(Instant.now().minusSeconds(5)), key)))
                .isEqualTo(401);
        assertThat(status(signed(
                        claims().claim("nbf", Instant.now().plusSeconds(60).getEpochSecond()), key)))
                .isEqualTo(401);
    }

    /** The header may name keys as it likes: only the site's own one counts. */
    @Test
    void looksForNoKeyWhereTheTokenSays() throws Exception {
        EllipticCurveJsonWebKey own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        String jwk = own.toJson(OutputControlLevel.PUBLIC_ONLY);
        for (String header : List.of(
                "\"kid\":\"../../../../dev/null\"",
                "\"kid\":\"' UNION SELECT 1 -- \"",
                "\"jku\":\"https://evil.example/jwks.json\"",
                "\"x5u\":\"https://evil.example/cert\"",
                "\"jwk\":" + jwk,
                "\"kid\":\"" + keys.pair().getKeyId() + "\"")) {
            String text = encoded("{\"alg\":\"ES256\"," + header + "}") + "." + issued().split("\\.")[1];
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(own.getPrivateKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            assertThat(status(
                            text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign())))
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void believesNoWordThatWasChanged() throws Exception {
        String[] parts = issued().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = encoded(claims.replace(user, "Administrator"));
        for (String token : List.of(
                parts[0] + "." + other + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]),
                "." + parts[1] + "." + parts[2],
                "..",
                encoded("{\"alg\":\"None\"}") + "." + other + ".",
                encoded("{\"alg\":\"ES384\"}") + "." + parts[1] + "." + parts[2],
                encoded("{}") + "." + parts[1] + "." + parts[2])) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
    }

    @Test
    void believesNoOtherKeyAndNoOtherAlgorithm() throws Exception {
        PrivateKey other = EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey();
        assertThat(status(signed(claims(), other))).isEqualTo(401);
        String payload = issued().split("\\.")[1];
        assertThat(status(encoded("{\"alg\":\"none\"}") + "." + payload + ".")).isEqualTo(401);
        assertThat(status(byHmacOfThePublicKey(payload))).isEqualTo(401);
    }

    /** The confusion of algorithms: the public key taken for the secret of an HMAC. */
    private String byHmacOfThePublicKey(String payload) throws Exception {
        String text = encoded("{\"alg\":\"HS256\"}") + "." + payload;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.pair().getPublicKey().getEncoded(), "HmacSHA256"));
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    @Test
    void showsThePublicKeyOnly() throws Exception {
        JsonNode set = new Visitor(base).get("/.well-known/jwks.json").json();
        assertThat(set.at("/keys/0/kty").asText()).isEqualTo("EC");
        assertThat(set.at("/keys/0").has("d")).isFalse();
    }

    @Test
    void keepsTheKeyEncryptedInTheDatabase() {
        keys.pair();
        assertThat(accounts.value(
                        "SELECT `password` FROM `__Auth` WHERE `fieldname` = 'affogato_jwt_key' AND `encrypted` = 1"))
                .startsWith("gAAAA")
                .doesNotContain("\"d\"");
    }
}
