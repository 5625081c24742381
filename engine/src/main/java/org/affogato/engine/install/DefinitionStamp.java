package org.affogato.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.affogato.engine.spi.App;

/** Says whether files of definitions changed since one looked, for who edits them while the site runs. */
public final class DefinitionStamp {
    private DefinitionStamp() {}

    /** Another number once a file came, went or was written. Files in jars do not change. */
    public static long of(List<App> apps, List<Path> folders) {
        return Stream.concat(apps.stream().flatMap(DefinitionStamp::folder), folders.stream())
                .filter(Files::isDirectory)
                .mapToLong(DefinitionStamp::of)
                .sum();
    }

    private static Stream<Path> folder(App app) {
        return ClassPathDefinitions.sources(app).map(root -> root.resolve(app.resourceFolder())).stream();
    }

    private static long of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .mapToLong(file -> file.hashCode() * changed(file))
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}
