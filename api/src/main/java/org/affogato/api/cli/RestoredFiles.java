package org.affogato.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a backup, unpacked beside the folder they belong in until the database is restored too. */
final class RestoredFiles implements AutoCloseable {
    private static final int EMPTY_ZIP = 22;

    private final Path folder;
    private final Path part;

    private RestoredFiles(Path folder) {
        this.folder = folder;
        this.part = folder.resolveSibling(folder.getFileName() + ".restoring");
    }

    static RestoredFiles unpack(Path zip, Path folder) throws IOException {
        RestoredFiles files = new RestoredFiles(folder);
        files.close();
        Files.createDirectories(files.part);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            ZipEntry entry = in.getNextEntry();
            if (entry == null && Files.size(zip) != EMPTY_ZIP) {
                throw new CommandFailure(zip + " is no zip archive. Nothing was changed");
            }
            for (; entry != null; entry = in.getNextEntry()) {
                files.write(in, entry);
            }
        } catch (IOException | CommandFailure damaged) {
            files.close();
            throw damaged;
        }
        return files;
    }

    private void write(ZipInputStream in, ZipEntry entry) throws IOException {
        Path target = part.resolve(entry.getName()).normalize();
        if (!target.startsWith(part)) {
            throw new CommandFailure("The archive names a file outside of its folder: " + entry.getName());
        }
        if (!entry.isDirectory()) {
            Files.createDirectories(target.getParent());
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts them where they belong, over what has the same name. */
    int moveIn() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(part)) {
            all = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path target = folder.resolve(part.relativize(file));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return all.size();
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> found = Files.walk(part)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
