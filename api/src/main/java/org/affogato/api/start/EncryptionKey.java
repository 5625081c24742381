package org.affogato.api.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of Password fields: the one in the settings, else one made once and kept in the data folder. */
public final class EncryptionKey {
    private EncryptionKey() {}

    static String of(AffogatoSettings settings) {
        return settings.encryptionKey().filter(key -> !key.isBlank()).orElseGet(() -> kept(settings.data()));
    }

    private static String kept(Path folder) {
        Path file = file(folder);
        try {
            if (!Files.exists(file)) {
                write(file, fresh());
            }
            return Files.readString(file).strip();
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot keep the encryption key in " + file, error);
        }
    }

    private static Path file(Path folder) {
        return folder.toAbsolutePath().resolve("encryption.key");
    }

    /** Whether a key can stand in for the site's own: the settings name none, or this one. */
    public static boolean mayBecome(String key, AffogatoSettings settings) {
        return settings.encryptionKey()
                .filter(named -> !named.isBlank())
                .orElse(key)
                .equals(key);
    }

    /** Keeps the key of a restored site, unless the settings name it. */
    public static void become(String key, AffogatoSettings settings) throws IOException {
        if (settings.encryptionKey().filter(named -> !named.isBlank()).isEmpty()) {
            write(file(settings.data()), key);
        }
    }

    private static void write(Path file, String key) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "encryption", ".key");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, key + "\n");
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String fresh() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getUrlEncoder().encodeToString(key);
    }
}
