package org.affogato.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.affogato.engine.install.record.JsonFiles;

/**
 * Finds the definitions in folders of apps without Java: {@code <app>/<module>/doctype/<name>/<name>.json} at any depth,
 * or JSON files side by side. A folder that holds neither is taken as a folder of apps.
 */
final class FolderDefinitions {
    private FolderDefinitions() {}

    /**
     * @param warnings hears of files side by side that are no JSON, since others' files may lie there too
     */
    static List<DefinitionFile> of(Path folder, Consumer<String> warnings) {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new IOException("The app folder " + folder + " does not exist"));
        }
        List<DefinitionFile> own = ofApp(folder, warnings);
        if (!own.isEmpty() && !isFolderOfApps(folder)) {
            return own;
        }
        return children(folder).stream()
                .filter(Files::isDirectory)
                .flatMap(app -> ofApp(app, warnings).stream())
                .toList();
    }

    /** {@code …/doctype/<name>/<name>.json}. */
    static boolean isInDoctypeFolder(Path file) {
        Path own = file.getParent();
        if (own == null || own.getParent() == null || own.getFileName() == null) {
            return false;
        }
        Path kind = own.getParent().getFileName();
        return kind != null
                && kind.toString().replace("/", "").equals("doctype")
                && file.getFileName()
                        .toString()
                        .equals(own.getFileName().toString().replace("/", "") + ".json");
    }

    private static List<DefinitionFile> ofApp(Path folder, Consumer<String> warnings) {
        String app = folder.toAbsolutePath().normalize().getFileName().toString();
        List<DefinitionFile> found = new ArrayList<>();
        for (Path file :
                children(folder).stream().filter(FolderDefinitions::isJson).toList()) {
            try {
                found.addAll(DefinitionReader.read(app, file));
            } catch (UnreadableFile other) {
                warnings.accept(String.valueOf(other.getMessage()));
            }
        }
        JsonFiles.below(folder, FolderDefinitions::isInDoctypeFolder)
                .forEach(file -> found.addAll(DefinitionReader.read(app, file)));
        return found;
    }

    /** No module folder of its own, and no JSON at its top, but such in the folders below. */
    private static boolean isFolderOfApps(Path folder) {
        return children(folder).stream().noneMatch(FolderDefinitions::isJson)
                && children(folder).stream().filter(Files::isDirectory).noneMatch(FolderDefinitions::isModule);
    }

    private static boolean isModule(Path folder) {
        return Files.isDirectory(folder.resolve("doctype"));
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file);
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }
}
