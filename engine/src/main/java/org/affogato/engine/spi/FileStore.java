package org.affogato.engine.spi;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the contents of files. What is written is there at once and is taken away again when the context's transaction
 * is rolled back; what is removed goes when it is committed, unless a File still names it. Neither leaves anything
 * behind when the process is killed in between.
 */
public interface FileStore {
    /** What is known of a content without reading it; empty where there is none. */
    Optional<Stored> find(FilePath path);

    /** Reads from an offset so many bytes. */
    InputStream open(FilePath path, long offset, long length);

    /** Writes a new content; false where the path is taken. */
    boolean create(FilePath path, FileContent content, Context context);

    /** Writes the content of one path to another as well; false where that one is taken. */
    boolean copy(FilePath from, FilePath to, Context context);

    /** Writes another content to a path. */
    void replace(FilePath path, FileContent content, Context context);

    /** Removes a content that no File names any more. */
    void remove(FilePath path, Context context);

    /** Largest content in bytes that is taken: by System Settings, else by the settings of the process. */
    long sizeLimit(Context context);

    default boolean exists(FilePath path) {
        return find(path).isPresent();
    }

    /**
     * The content of a path.
     *
     * @throws org.affogato.engine.error.DoesNotExistError where there is none
     */
    default FileContent content(FilePath path) {
        return StoredContent.of(this, path);
    }

    /** Size in bytes and the time of the last change. */
    record Stored(long size, Instant modified) {}
}
