package org.affogato.api.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of what is not finished: contents being written, uploads in chunks, journals. On the same disk as the files. */
final class WorkFolder {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;

    WorkFolder(Path root) {
        this.folder = root.resolve("private").resolve("unfinished");
    }

    /** A name for a new temporary file. */
    Path newPart() {
        return file(UUID.randomUUID() + ".part");
    }

    Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot make " + folder, error);
        }
    }

    List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot list " + folder, error);
        }
    }

    /** Removes what nobody has touched for a day: those who wrote it are gone. */
    void clean(Instant now) throws IOException {
        for (Path part : files(".part")) {
            if (changed(part).isBefore(now.minus(KEPT))) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static Instant changed(Path part) throws IOException {
        try {
            return Files.getLastModifiedTime(part).toInstant();
        } catch (NoSuchFileException finished) {
            return Instant.MAX;
        }
    }
}
