package org.affogato.engine.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;

/** Contents in memory, without transactions. */
public final class MemoryFiles implements FileStore {
    private final Map<FilePath, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored> find(FilePath path) {
        return Optional.ofNullable(contents.get(path)).map(bytes -> new Stored(bytes.length, Instant.EPOCH));
    }

    @Override
    public InputStream open(FilePath path, long offset, long length) {
        byte[] bytes = contents.getOrDefault(path, new byte[0]);
        return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, (int) (offset + length)));
    }

    @Override
    public boolean create(FilePath path, FileContent content, Context context) {
        return contents.putIfAbsent(path, content.bytes()) == null;
    }

    @Override
    public boolean copy(FilePath from, FilePath to, Context context) {
        return create(to, content(from), context);
    }

    @Override
    public void replace(FilePath path, FileContent content, Context context) {
        contents.put(path, content.bytes());
    }

    @Override
    public void remove(FilePath path, Context context) {
        contents.remove(path);
    }

    @Override
    public long sizeLimit(Context context) {
        return 1024 * 1024;
    }
}
