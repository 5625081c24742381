package org.affogato.engine.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.spi.App;
import org.jspecify.annotations.Nullable;

/** Where the file of a DocType lies or belongs: in the sources of an app with Java, or in a folder of an app without. */
public final class DefinitionHomes {
    private final List<App> apps;
    private final List<Path> folders;

    public DefinitionHomes(List<App> apps, List<Path> folders) {
        this.apps = apps;
        this.folders = folders;
    }

    /**
     * The file to write.
     *
     * @param app the app of the DocType's module, null where none is known
     */
    Optional<Path> find(String doctype, String module, @Nullable String app) {
        Optional<Path> there = existing(doctype);
        return there.isPresent() ? there : fresh(doctype, module, app);
    }

    private Optional<Path> existing(String doctype) {
        for (Path folder : folders.reversed()) {
            for (DefinitionFile file : FolderDefinitions.of(folder, warning -> {})) {
                if (file.name().equals(doctype)) {
                    return Optional.of(Path.of(file.place()));
                }
            }
        }
        return apps.stream()
                .flatMap(app -> ClassPathDefinitions.sources(app).stream()
                        .map(root -> root.resolve(app.resourceFolder()))
                        .flatMap(root -> FolderDefinitions.of(root, warning -> {}).stream()))
                .filter(file -> file.name().equals(doctype))
                .map(file -> Path.of(file.place()))
                .findFirst();
    }

    private Optional<Path> fresh(String doctype, String module, @Nullable String app) {
        String name = scrub(doctype);
        return root(app)
                .map(root -> root.resolve(scrub(module))
                        .resolve("doctype")
                        .resolve(name)
                        .resolve(name + ".json"));
    }

    private Optional<Path> root(@Nullable String app) {
        for (Path folder : folders) {
            if (folder.toAbsolutePath().normalize().endsWith(String.valueOf(app))) {
                return Optional.of(folder);
            }
            if (app != null && Files.isDirectory(folder.resolve(app))) {
                return Optional.of(folder.resolve(app));
            }
        }
        return apps.stream()
                .filter(known -> known.name().equals(app))
                .flatMap(known ->
                        ClassPathDefinitions.sources(known).map(root -> root.resolve(known.resourceFolder())).stream())
                .findFirst();
    }

    static String scrub(String name) {
        return name.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
