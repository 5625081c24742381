package org.affogato.api.auth.twofactor;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.affogato.api.auth.Digests;

/**
 * One-time passwords of six digits from a secret that site and app share: by the time (RFC 6238) or by a counter (RFC
 * 4226), as all authenticator apps know them. Frappe: {@code pyotp}.
 *
 * @param secret in base32
 */
record OneTimePassword(String secret) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LETTERS = 32;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** Clocks of phones are a little off: codes of the steps beside the current one count, too. */
    private static final int TOLERANCE = 1;

    static OneTimePassword fresh() {
        SecureRandom random = new SecureRandom();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < SECRET_LETTERS; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OneTimePassword(letters.toString());
    }

    /** The code of a counter or time step. */
    String at(long counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA1", missing);
        }
    }

    boolean matches(String code, long counter) {
        return Digests.same(at(counter), code);
    }

    /** The time step of which the code is, if it is one of about now. */
    OptionalLong step(String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            if (matches(code, step)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The address that apps read from a QR code. */
    String uri(String user, String issuer) {
        String label = encoded(issuer) + ":" + encoded(user);
        return "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, secret, encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : secret.toUpperCase(Locale.ROOT).replace("=", "").toCharArray()) {
            buffer = (buffer << 5 | Math.max(0, ALPHABET.indexOf(letter))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
