package org.affogato.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore.Stored;

/**
 * Contents in a folder, laid out as a Frappe site's: {@code public/files} and {@code private/files}. A content is
 * written to a temporary file, forced to the disk, then linked to its name, which fails where the name is taken.
 */
final class DiskStorage implements Storage {
    private final DiskNames names;
    private final WorkFolder work;

    DiskStorage(Path root, WorkFolder work) {
        this.names = new DiskNames(root);
        this.work = work;
    }

    @Override
    public Optional<Stored> find(FilePath path) {
        try {
            BasicFileAttributes known = Files.readAttributes(names.of(path), BasicFileAttributes.class);
            return known.isRegularFile()
                    ? Optional.of(
                            new Stored(known.size(), known.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(FilePath path, long offset, long length) {
        try {
            return new BoundedStream(Files.newInputStream(names.of(path)), offset, length);
        } catch (IOException error) {
            throw failed("read", path, error);
        }
    }

    @Override
    public boolean create(FilePath path, FileContent content) {
        try {
            Path part = written(content);
            try {
                return link(part, target(path));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException error) {
            throw failed("write", path, error);
        }
    }

    @Override
    public boolean copy(FilePath from, FilePath to) {
        try {
            return link(names.of(from), target(to));
        } catch (IOException error) {
            throw failed("copy", from, error);
        }
    }

    @Override
    public void replace(FilePath path, FileContent content) {
        try {
            Path part = written(content);
            Files.move(part, target(path), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException error) {
            throw failed("write", path, error);
        }
    }

    @Override
    public void delete(FilePath path) {
        try {
            Files.deleteIfExists(names.of(path));
        } catch (IOException error) {
            throw failed("remove", path, error);
        }
    }

    private Path target(FilePath path) throws IOException {
        Path target = names.of(path);
        Files.createDirectories(target.getParent());
        return target;
    }

    /** The content in a temporary file that a crash of the machine cannot cut short any more. */
    private Path written(FileContent content) throws IOException {
        Path part = work.newPart();
        try (InputStream in = content.open()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        force(part, StandardOpenOption.WRITE);
        return part;
    }

    /** A second name for the same bytes: atomic, and never over another file. */
    private static boolean link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (IOException | UnsupportedOperationException noLinks) {
            return copied(from, to);
        }
        force(to.getParent(), StandardOpenOption.READ);
        return true;
    }

    private static boolean copied(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    private static UncheckedIOException failed(String what, FilePath path, IOException error) {
        return new UncheckedIOException("Cannot " + what + " the content of " + path, error);
    }
}
