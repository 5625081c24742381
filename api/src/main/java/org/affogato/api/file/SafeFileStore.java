package org.affogato.api.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore;
import org.jboss.logging.Logger;

/**
 * Gives a storage its transactions: a content that no File names is removed once that is certain, by the request
 * itself or, if its process was killed, by the next one.
 */
final class SafeFileStore implements FileStore {
    private static final Logger LOG = Logger.getLogger(SafeFileStore.class);

    private final Storage storage;
    private final FileJournal journal;
    private final FileRecords records;
    private final ToLongFunction<Context> sizeLimit;

    SafeFileStore(Storage storage, FileJournal journal, FileRecords records, ToLongFunction<Context> sizeLimit) {
        this.storage = storage;
        this.journal = journal;
        this.records = records;
        this.sizeLimit = sizeLimit;
    }

    @Override
    public long sizeLimit(Context context) {
        return sizeLimit.applyAsLong(context);
    }

    @Override
    public Optional<Stored> find(FilePath path) {
        return storage.find(path);
    }

    @Override
    public InputStream open(FilePath path, long offset, long length) {
        return storage.open(path, offset, length);
    }

    @Override
    public boolean create(FilePath path, FileContent content, Context context) {
        return added(path, context, () -> storage.create(path, content));
    }

    @Override
    public boolean copy(FilePath from, FilePath to, Context context) {
        return added(to, context, () -> storage.copy(from, to));
    }

    private boolean added(FilePath path, Context context, Addition addition) {
        journal.begin(path);
        boolean done = false;
        try {
            done = addition.run();
        } finally {
            if (!done) {
                journal.end();
            }
        }
        if (done) {
            context.afterCommit(journal::end);
            context.afterRollback(() -> settle(path, context));
        }
        return done;
    }

    @Override
    public void replace(FilePath path, FileContent content, Context context) {
        FileContent before = FileContent.of(content(path).bytes());
        storage.replace(path, content);
        context.afterRollback(() -> storage.replace(path, before));
    }

    @Override
    public void remove(FilePath path, Context context) {
        journal.begin(path);
        context.afterCommit(() -> settle(path, context));
        context.afterRollback(journal::end);
    }

    /** The request has ended by now: what fails here must not change its answer, and stays noted in the journal. */
    private void settle(FilePath path, Context context) {
        try {
            removeUnnamed(path, context);
            journal.end();
        } catch (RuntimeException error) {
            LOG.warnf(error, "It stays open whether %s is needed; the next start looks again", path);
        }
    }

    /** Removes a content that no File names. */
    void removeUnnamed(FilePath path, Context context) {
        if (records.naming(path, context).isEmpty()) {
            storage.delete(path);
        }
    }

    @FunctionalInterface
    private interface Addition {
        boolean run();
    }
}
