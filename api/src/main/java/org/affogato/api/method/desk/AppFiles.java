package org.affogato.api.method.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.App;
import org.jspecify.annotations.Nullable;

/** Scripts, styles and templates for the desk that apps bring, on the class path or in folders of apps without Java. */
public final class AppFiles {
    private static final Set<String> ENDINGS = Set.of(".js", ".css", ".html");

    private final List<App> apps;
    /** Files in the folders of apps without Java, by file name; of several the last app's. */
    private final Map<String, Path> files = new LinkedHashMap<>();

    public AppFiles(Engine engine) {
        this.apps = engine.apps().all();
        engine.settings().appFolders().forEach(this::index);
    }

    private void index(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .forEach(file -> files.put(file.getFileName().toString(), file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of a file or folder that belongs to a module or document of that name. Frappe: {@code scrub}. */
    public static String scrub(String name) {
        return name.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /**
     * The text of a file, null where no app has it.
     *
     * @param place below an app's folder: {@code core/doctype/user/user.js}
     */
    public @Nullable String text(String place) {
        Path file = files.get(place.substring(place.lastIndexOf('/') + 1));
        if (file != null) {
            return text(file);
        }
        return apps.stream()
                .map(app -> resource(app, place))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static @Nullable String resource(App app, String place) {
        String path = "/" + app.resourceFolder() + "/" + place;
        try (InputStream in = app.getClass().getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
