package org.affogato.engine.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds one embedded server's data, its log, its password and the lock that keeps a second process out.
 * {@code client.cnf} is in the form MariaDB's own client programs read: {@code mariadb --defaults-file=data/client.cnf}.
 */
final class DataFolder {

    /** Who holds the folder: this call, an earlier one of the same JVM (in another class loader), or another process. */
    enum Hold {
        OURS,
        SAME_PROCESS,
        OTHER_PROCESS
    }

    private final Path folder;
    private @Nullable FileLock lock;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path data() {
        return folder.resolve("mariadb");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    Path client() {
        return folder.resolve("client.cnf");
    }

    Path pidFile() {
        return folder.resolve("mariadb.pid");
    }

    /**
     * Tries to take the folder. A system property marks it as taken within this JVM: opening and closing the lock's file
     * a second time would make the operating system drop the lock.
     */
    Hold hold() {
        if (System.getProperty(marker()) != null) {
            return Hold.SAME_PROCESS;
        }
        try {
            if (!Files.isDirectory(folder)) {
                makePrivate();
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Hold.OTHER_PROCESS;
            }
            System.setProperty(marker(), "held");
            return Hold.OURS;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private String marker() {
        return DataFolder.class.getName() + ":" + folder;
    }

    private void makePrivate() throws IOException {
        Files.createDirectories(folder);
        if (hasPosixModes()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private boolean hasPosixModes() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    void release() {
        FileLock held = lock;
        lock = null;
        System.clearProperty(marker());
        try {
            if (held != null) {
                held.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The lock of " + folder + " cannot be released", e);
        }
    }

    /** The server of an earlier run that is still ending, or of this JVM's first class loader. */
    Optional<ProcessHandle> server() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").matches(".*(mariadbd|mysqld)"));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Writes who may log in and where, readable by the owner only and never half written. */
    void writeClient(String user, String password, int port) {
        String text =
                "[client]\nhost=127.0.0.1\nport=%d\nuser=%s\npassword=%s\nskip-ssl\n".formatted(port, user, password);
        Path part = folder.resolve("client.cnf.part");
        try {
            Files.deleteIfExists(part);
            if (hasPosixModes()) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(part, text);
            Files.move(part, client(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("Cannot write " + client(), e);
        }
    }

    Optional<String> clientValue(String key) {
        try {
            return Files.readAllLines(client()).stream()
                    .filter(line -> line.startsWith(key + "="))
                    .map(line -> line.substring(key.length() + 1))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The end of the server's log, for a message that says more than "did not start". */
    String logTail() {
        try {
            byte[] all = Files.readAllBytes(log());
            int from = Math.max(0, all.length - 1500);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "(no log)";
        }
    }
}
