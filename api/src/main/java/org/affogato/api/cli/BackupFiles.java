package org.affogato.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one backup: they lie in one folder and their names begin alike, as Frappe's do. */
record BackupFiles(Path folder, String stem) {
    private static final String DATABASE = "-database.sql.gz";

    /** The backup that a dump belongs to. */
    static BackupFiles of(Path dump) {
        String name = dump.getFileName().toString();
        Path folder = dump.toAbsolutePath().getParent();
        return new BackupFiles(folder, name.replaceFirst("(-database)?\\.sql(\\.gz)?$", ""));
    }

    Path database() {
        return folder.resolve(stem + DATABASE);
    }

    Path config() {
        return folder.resolve(stem + "-site_config_backup.json");
    }

    Path files() {
        return folder.resolve(stem + "-files.zip");
    }

    /** The settings of the site that was backed up, where they lie beside the dump. */
    Optional<Path> foundConfig() {
        return Stream.of(config(), folder.resolve("site_config.json"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    Optional<Path> foundFiles() {
        return Optional.of(files()).filter(Files::isRegularFile);
    }

    /** Frappe's archives of files, which are no zip. */
    List<Path> foundArchives() {
        return Stream.of("-files.tar", "-files.tgz", "-private-files.tar", "-private-files.tgz")
                .map(ending -> folder.resolve(stem + ending))
                .filter(Files::isRegularFile)
                .toList();
    }
}
