package org.affogato.api.file;

import java.io.InputStream;
import java.util.Optional;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore.Stored;

/** A place that keeps contents, without transactions. No reader ever sees half a content. */
interface Storage {
    Optional<Stored> find(FilePath path);

    InputStream open(FilePath path, long offset, long length);

    /** Writes a content; false where the path is taken. */
    boolean create(FilePath path, FileContent content);

    /** Copies a content; false where the target is taken. */
    boolean copy(FilePath from, FilePath to);

    void replace(FilePath path, FileContent content);

    /** Removes a content if it is there. */
    void delete(FilePath path);
}
