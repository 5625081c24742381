package org.affogato.engine.permission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The strings of argon2's reference implementation, {@code $argon2id$v=19$m=65536,t=3,p=4$salt$checksum}. */
final class Argon2Hash {
    private static final Pattern FORM = Pattern.compile("\\$argon2(id|i|d)\\$(?:v=(\\d{1,2})\\$)?"
            + "m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([+/A-Za-z0-9]+)\\$([+/A-Za-z0-9]+)");

    private Argon2Hash() {}

    static boolean isOne(String hash) {
        return FORM.matcher(hash).matches();
    }

    static boolean verify(String hash, String password) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(form.group(7));
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(kind(form.group(1)))
                .withVersion(
                        form.group(2) == null ? Argon2Parameters.ARGON2_VERSION_10 : Integer.parseInt(form.group(2)))
                .withMemoryAsKB(Integer.parseInt(form.group(3)))
                .withIterations(Integer.parseInt(form.group(4)))
                .withParallelism(Integer.parseInt(form.group(5)))
                .withSalt(Base64.getDecoder().decode(form.group(6)))
                .build());
        byte[] derived = new byte[wanted.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        return MessageDigest.isEqual(derived, wanted);
    }

    private static int kind(String name) {
        return switch (name) {
            case "d" -> Argon2Parameters.ARGON2_d;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}
