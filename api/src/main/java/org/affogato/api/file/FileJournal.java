package org.affogato.api.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.affogato.engine.spi.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The paths whose contents may be without a File if this process were killed now. Each process keeps a journal of its
 * own and holds a lock on it; a journal without a lock is of one that is gone.
 */
final class FileJournal {
    private static final String ENDING = ".journal";

    private final WorkFolder work;
    private final String name = UUID.randomUUID() + ENDING;
    private @Nullable RandomAccessFile file;
    private int open;

    FileJournal(WorkFolder work) {
        this.work = work;
    }

    /** Notes a path before its content is written or its File is deleted. */
    synchronized void begin(FilePath path) {
        try {
            RandomAccessFile out = file == null ? newFile() : file;
            file = out;
            out.write((path.url() + "\n").getBytes(StandardCharsets.UTF_8));
            open++;
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot note what becomes of " + path, error);
        }
    }

    private RandomAccessFile newFile() throws IOException {
        RandomAccessFile made = new RandomAccessFile(work.file(name).toFile(), "rw");
        made.getChannel().lock();
        return made;
    }

    /** Says that one of the noted paths is as it should be. With none left, the journal is empty. */
    synchronized void end() {
        open--;
        if (open > 0 || file == null) {
            return;
        }
        try {
            file.setLength(0);
            file.seek(0);
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot empty the journal of files", error);
        }
    }

    /** Hands over the paths that processes left which are gone, journal by journal, and removes each journal after. */
    void takeOver(Consumer<List<FilePath>> settle) throws IOException {
        for (Path left : work.files(ENDING)) {
            if (!left.endsWith(name)) {
                takeOver(left, settle);
            }
        }
    }

    private static void takeOver(Path left, Consumer<List<FilePath>> settle) throws IOException {
        try (FileChannel channel = FileChannel.open(left, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock != null) {
                settle.accept(paths(left));
                Files.deleteIfExists(left);
            }
        }
    }

    /** Null where the journal's process runs: another one, or this one, which loads anew in development. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static List<FilePath> paths(Path journal) throws IOException {
        List<FilePath> paths = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(journal), StandardCharsets.UTF_8).split("\n")) {
            Optional<FilePath> path = FilePath.of(line);
            path.ifPresent(paths::add);
        }
        return paths;
    }
}
