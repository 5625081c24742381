package org.affogato.engine.spi;

import java.io.InputStream;
import org.affogato.engine.error.DoesNotExistError;

/** A content as it lies in the store. */
record StoredContent(FileStore store, FilePath path, long size) implements FileContent {
    static StoredContent of(FileStore store, FilePath path) {
        long size = store.find(path)
                .orElseThrow(() -> new DoesNotExistError("There is no file " + path))
                .size();
        return new StoredContent(store, path, size);
    }

    @Override
    public InputStream open() {
        return store.open(path, 0, size);
    }
}
