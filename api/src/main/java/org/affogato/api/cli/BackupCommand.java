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
        footer = {"", "It may run while the site is served. Restore with: affogato restore FILE"})
final class BackupCommand implements ApplicationCommand, Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where to write (backups in the data folder).")
    @Nullable
    Path folder;

    @Override
    public Integer call() throws IOException {
        Path data = Site.settings().data().toAbsolutePath();
        Path target = folder == null ? data.resolve("backups") : folder.toAbsolutePath();
        Files.createDirectories(target);
        String stem = LocalDateTime.now().format(STAMP) + "-" + Site.settings().site();
        writeDatabase(privately(target.resolve(stem + "-database.sql.gz")));
        writeConfig(privately(target.resolve(stem + "-site_config_backup.json")));
        Path files = data.resolve("sites").resolve(Site.settings().site());
        if (Files.isDirectory(files)) {
            writeFiles(files, privately(target.resolve(stem + "-files.zip")));
        }
        return 0;
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

    private static void finish(Path part) throws IOException {
        String name = part.getFileName().toString();
        Path file = part.resolveSibling(name.substring(0, name.length() - ".part".length()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        System.out.println(file);
    }

    private static void writeDatabase(Path part) throws IOException {
        int tables = new DatabaseDump(Site.dataSource()).count();
        try (OutputStream file = Files.newOutputStream(part);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(file, 1 << 16), StandardCharsets.UTF_8));
                ProgressBar bar = new ProgressBar("Tables")) {
            new DatabaseDump(Site.dataSource()).write(out, (table, done) -> bar.at(done, tables));
        }
        finish(part);
    }

    private static void writeConfig(Path part) throws IOException {
        String key = Site.engine().settings().encryptionKey();
        Files.writeString(part, JsonWriter.text(Map.of("encryption_key", key)) + "\n");
        finish(part);
    }

    private static void writeFiles(Path files, Path part) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(files)) {
            all = found.filter(Files::isRegularFile).sorted().toList();
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
        finish(part);
    }
}
