package org.affogato.api.method.desk.meta;

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
import java.util.stream.Stream;
import org.affogato.engine.Engine;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.App;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that lie beside a DocType's JSON, as Frappe's apps bring them: {@code task.js}, {@code task_list.js} and
 * the like. Read when a definition is first asked for.
 */
final class FormScripts {
    /** Where each file goes, by what follows the DocType's name in its own. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(".js", "__js");
        KEYS.put(".css", "__css");
        KEYS.put("_list.js", "__list_js");
        KEYS.put("_calendar.js", "__calendar_js");
        KEYS.put("_tree.js", "__tree_js");
    }

    private final List<App> apps;
    /** Scripts in the folders of apps without Java, by file name; of several the last app's. */
    private final Map<String, Path> files = new LinkedHashMap<>();

    FormScripts(Engine engine) {
        this.apps = engine.apps().all();
        engine.settings().appFolders().forEach(this::index);
    }

    private void index(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(file ->
                            file.toString().endsWith(".js") || file.toString().endsWith(".css"))
                    .sorted()
                    .forEach(file -> files.put(file.getFileName().toString(), file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The texts by their keys; the site's own DocTypes have none. */
    Map<String, String> of(Meta meta) {
        Map<String, String> found = new LinkedHashMap<>();
        if (meta.isCustom() || meta.isChild()) {
            return found;
        }
        String name = scrub(meta.name());
        String place = scrub(meta.module()) + "/doctype/" + name + "/" + name;
        KEYS.forEach((ending, key) -> {
            String text = read(place + ending);
            if (text != null) {
                found.put(key, "%n%n/* %s */%n%n%s%n%n//# sourceURL=%s".formatted(name + ending, text, name + key));
            }
        });
        return found;
    }

    private static String scrub(String name) {
        return name.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private @Nullable String read(String place) {
        Path file = files.get(place.substring(place.lastIndexOf('/') + 1));
        if (file != null) {
            return text(file);
        }
        return apps.stream()
                .map(app -> resource(app, place))
                .filter(text -> text != null)
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
