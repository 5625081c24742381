package org.affogato.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.affogato.engine.spi.App;

/**
 * Finds the definitions that an app carries on the class path: in the sources while developing and in tests, so that
 * an edit counts at once, in a jar when packaged.
 */
final class ClassPathDefinitions {
    private ClassPathDefinitions() {}

    static List<DefinitionFile> of(App app) {
        Class<?> type = app.getClass();
        Optional<Path> sources = sources(app);
        if (sources.isPresent()) {
            return read(app, sources.get());
        }
        String own = '/' + type.getName().replace('.', '/') + ".class";
        URL place = type.getResource(own);
        if (place == null) {
            return List.of();
        }
        String text = place.toString();
        String root = text.substring(0, text.length() - own.length());
        return root.startsWith("jar:") ? inJar(app, root.substring("jar:".length())) : inFolder(app, root);
    }

    /** The root of the sources that an app was compiled from; empty where they are not beside its classes. */
    static Optional<Path> sources(App app) {
        String own = '/' + app.getClass().getName().replace('.', '/') + ".class";
        URL place = app.getClass().getResource(own);
        if (place == null || !place.getProtocol().equals("file")) {
            return Optional.empty();
        }
        String root = place.toString();
        Path classes = Path.of(uri(root.substring(0, root.length() - own.length())));
        return Optional.of(classes.resolve("../../src/main/java").normalize()).filter(Files::isDirectory);
    }

    private static List<DefinitionFile> inFolder(App app, String root) {
        return read(app, Path.of(uri(root)));
    }

    private static List<DefinitionFile> inJar(App app, String root) {
        Path jar = Path.of(uri(root.endsWith("!") ? root.substring(0, root.length() - 1) : root));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return read(app, files.getPath("/"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(jar + " cannot be read", unreadable);
        }
    }

    private static List<DefinitionFile> read(App app, Path root) {
        Path folder = root.resolve(app.resourceFolder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(FolderDefinitions::isInDoctypeFolder)
                    .sorted()
                    .flatMap(file -> DefinitionReader.read(app.name(), file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(text + " is no place on the class path", malformed);
        }
    }
}
