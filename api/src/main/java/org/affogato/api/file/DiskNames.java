package org.affogato.api.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.affogato.engine.spi.FilePath;

/**
 * The files that contents lie in. Where the process runs in a locale that cannot write a name, the name is
 * percent-encoded.
 */
record DiskNames(Path root) {
    Path of(FilePath path) {
        Path folder = root.resolve(path.isPrivate() ? "private" : "public").resolve("files");
        Path file = resolve(folder, path.name()).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("A file outside of its folder: " + path);
        }
        return file;
    }

    private static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unmappable) {
            return folder.resolve(
                    URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2F", "/"));
        }
    }
}
