package org.affogato.engine.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that may be read more than once; they need not fit in memory. */
public interface FileContent {
    long size();

    InputStream open();

    /** All bytes, for content that is known to be small. */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static FileContent of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The content of a file on this machine, of which the caller sees to that it stays while it is used. */
    static FileContent of(Path file) {
        return new OnDisk(file);
    }

    /** Content in memory. */
    record Bytes(byte[] bytes) implements FileContent {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Content in a file of this machine. */
    record OnDisk(Path file) implements FileContent {
        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(file);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }
    }
}
