package org.affogato.api.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.db.DatabaseDump;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the database, the files and the encryption key to a folder. */
@Command(
        name = "backup",
        description = "Backs the site up: the database as gzipped SQL, the files, and the key of its secrets.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It may run while the site is served. The files may be read by their owner only: they hold every secret.",
            "Restore with: affogato restore …-database.sql.gz"
        })
final class BackupCommand implements ApplicationCommand, Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where to write (backups in the data folder).")
    @Nullable
    Path folder;

    @Override
    public Integer call() throws IOException {
        Path target = folder == null ? Site.settings().data().resolve("backups") : folder;
        Files.createDirectories(target);
        String stem = LocalDateTime.now().format(STAMP) + "-" + Site.settings().site();
        BackupFiles backup = new BackupFiles(target.toAbsolutePath(), stem);
        write(backup.database(), BackupCommand::writeDatabase);
        write(backup.config(), BackupCommand::writeConfig);
        Path files = Site.filesFolder();
        if (Site.keepsFilesElsewhere()) {
            System.err.println("The contents of files lie in the bucket and are not in the backup: keep that as well.");
        } else if (Files.isDirectory(files)) {
            write(backup.files(), part -> writeFiles(files, part));
        }
        return 0;
    }

    /** Under another name until it is whole. */
    private static void write(Path file, Content content) throws IOException {
        Path part = privately(file);
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        System.out.println(file);
    }

    /** A part file that only its owner may read: a backup holds everything. */
    private static Path privately(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return part;
    }

    private static void writeDatabase(Path part) throws IOException {
        int tables = new DatabaseDump(Site.dataSource()).count();
        try (OutputStream file = Files.newOutputStream(part);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(file, 1 << 16), StandardCharsets.UTF_8));
                ProgressBar bar = new ProgressBar("Tables")) {
            new DatabaseDump(Site.dataSource()).write(out, (table, done) -> bar.at(done, tables));
        }
    }

    private static void writeConfig(Path part) throws IOException {
        String key = Site.engine().settings().encryptionKey();
        Files.writeString(part, JsonWriter.text(Map.of("encryption_key", key)) + "\n");
    }

    private static void writeFiles(Path files, Path part) throws IOException {
        Path unfinished = files.resolve("private").resolve("unfinished");
        List<Path> all;
        try (Stream<Path> found = Files.walk(files)) {
            all = found.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(unfinished))
                    .sorted()
                    .toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part));
                ProgressBar bar = new ProgressBar("Files")) {
            for (int i = 0; i < all.size(); i++) {
                bar.at(i, all.size());
                zip.putNextEntry(
                        new ZipEntry(files.relativize(all.get(i)).toString().replace('\\', '/')));
                Files.copy(all.get(i), zip);
            }
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(Path part) throws IOException;
    }
}
