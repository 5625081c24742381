package org.affogato.engine.permission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Fernet tokens as Python's cryptography library makes them: AES-128-CBC under HMAC-SHA256, in URL-safe base64. */
public final class Fernet {
    private static final byte VERSION = (byte) 0x80;
    private static final int HEAD = 1 + Long.BYTES;
    private static final int BLOCK = 16;
    private static final int SIGNATURE = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec signing;
    private final SecretKeySpec encryption;
    private final Clock clock;

    /**
     * @param key 32 bytes in URL-safe base64, a site's {@code encryption_key}
     * @throws IllegalArgumentException for any other form
     */
    public Fernet(String key, Clock clock) {
        byte[] bytes = decode(key)
                .filter(found -> found.length == 2 * BLOCK)
                .orElseThrow(() -> new IllegalArgumentException("encryption_key is not 32 bytes in URL-safe base64"));
        this.signing = new SecretKeySpec(bytes, 0, BLOCK, "HmacSHA256");
        this.encryption = new SecretKeySpec(bytes, BLOCK, BLOCK, "AES");
        this.clock = clock;
    }

    /** A new random key. */
    public static String newKey() {
        byte[] key = new byte[2 * BLOCK];
        new SecureRandom().nextBytes(key);
        return Base64.getUrlEncoder().encodeToString(key);
    }

    public String encrypt(String text) {
        byte[] iv = new byte[BLOCK];
        random.nextBytes(iv);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer token = ByteBuffer.allocate(HEAD + BLOCK + secret.length + SIGNATURE);
            token.put(VERSION).putLong(clock.instant().getEpochSecond()).put(iv).put(secret);
            token.put(sign(token.array(), token.position()));
            return Base64.getUrlEncoder().encodeToString(token.array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java cannot encrypt with AES-CBC", missing);
        }
    }

    /** The text; empty where the token is none or was made with another key. */
    public Optional<String> decrypt(String token) {
        byte[] bytes = decode(token).orElse(new byte[0]);
        int end = bytes.length - SIGNATURE;
        if (end < HEAD + 2 * BLOCK || bytes[0] != VERSION) {
            return Optional.empty();
        }
        try {
            if (!MessageDigest.isEqual(sign(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
                return Optional.empty();
            }
            byte[] iv = Arrays.copyOfRange(bytes, HEAD, HEAD + BLOCK);
            byte[] text = cipher(Cipher.DECRYPT_MODE, iv).doFinal(bytes, HEAD + BLOCK, end - HEAD - BLOCK);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, encryption, new IvParameterSpec(iv));
        return cipher;
    }

    private byte[] sign(byte[] bytes, int length) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(signing);
        mac.update(bytes, 0, length);
        return mac.doFinal();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text.strip()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
