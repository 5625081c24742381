package org.affogato.api.file;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.FileStore;

/** Makes the store of contents that the settings name. */
final class FileStoreProducer {
    private static final long MEGABYTE = 1024 * 1024;

    @Produces
    @Singleton
    WorkFolder workFolder(AffogatoSettings site, FileSettings settings) {
        return new WorkFolder(FilesFolder.of(site, settings));
    }

    @Produces
    @Singleton
    FileJournal journal(WorkFolder work) {
        return new FileJournal(work);
    }

    @Produces
    @Singleton
    @Typed({SafeFileStore.class, FileStore.class})
    SafeFileStore store(
            AffogatoSettings site,
            FileSettings settings,
            WorkFolder work,
            FileJournal journal,
            FileRecords records,
            Provider<Engine> engine) {
        Storage storage = switch (settings.store()) {
            case DISK -> new DiskStorage(FilesFolder.of(site, settings), work);
            case S3 -> S3Storage.of(settings.s3());
        };
        return new SafeFileStore(storage, journal, records, context -> {
            long megabytes = engine.get().permissions().settings().integer("max_file_size", 0, context);
            return megabytes > 0 ? megabytes * MEGABYTE : settings.maxSize();
        });
    }

    @Produces
    @Singleton
    WebFiles webFiles(Vertx vertx, FileStore store, FileSettings settings) {
        return new WebFiles(vertx, store, settings.fetchUrls(), PublicAddress::test);
    }
}
