package org.affogato.engine.permission;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** passlib's {@code $pbkdf2-sha256$rounds$salt$checksum}; its base64 has {@code .} for {@code +} and no padding. */
final class Pbkdf2Hash {
    private static final String PREFIX = "$pbkdf2-sha256$";
    private static final int ROUNDS = 29_000;
    private static final int SALT_BYTES = 16;
    private static final int CHECKSUM_BYTES = 32;

    private Pbkdf2Hash() {}

    static boolean isOne(String hash) {
        return hash.matches("\\$pbkdf2-sha256\\$[1-9]\\d{0,8}\\$[./A-Za-z0-9]*\\$[./A-Za-z0-9]{43}");
    }

    static String make(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PREFIX + ROUNDS + '$' + encode(salt) + '$' + encode(derive(password, salt, ROUNDS));
    }

    /** A hash that no password has, as dear to verify as any. */
    static String ofNobody(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] checksum = new byte[CHECKSUM_BYTES];
        random.nextBytes(salt);
        random.nextBytes(checksum);
        return PREFIX + ROUNDS + '$' + encode(salt) + '$' + encode(checksum);
    }

    static boolean verify(String hash, String password) {
        String[] parts = hash.split("\\$");
        byte[] derived = derive(password, decode(parts[3]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(derived, decode(parts[4]));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, CHECKSUM_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java cannot hash passwords with PBKDF2", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.replace('.', '+'));
    }
}
