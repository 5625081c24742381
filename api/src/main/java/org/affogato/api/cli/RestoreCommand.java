package org.affogato.api.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.affogato.api.json.Json;
import org.affogato.api.start.EncryptionKey;
import org.affogato.engine.db.DatabaseRestore;
import org.affogato.engine.db.ExclusiveUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a backup, of Affogato or of a Frappe site: all of it, or nothing. */
@Command(
        name = "restore",
        description = "Loads a backup of this or of a Frappe site: the database (SQL, gzipped or not), and the files"
                + " and the encryption key that lie beside it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Stop the server first. With --force what the database held is gone afterwards; where the restore fails,",
            "it is as it was before. Files are written over those of the same name.",
            "",
            "Example:",
            "  affogato restore data/backups/20260131_120000-affogato-database.sql.gz --force"
        })
final class RestoreCommand implements ApplicationCommand, Callable<Integer> {
    private static final String KEY_FORM = "[A-Za-z0-9_-]{43}=";

    @Parameters(paramLabel = "FILE", description = "The dump: …-database.sql.gz")
    Path dump = Path.of("");

    @Option(names = "--files", paramLabel = "FILE", description = "The files (…-files.zip beside the dump).")
    @Nullable
    Path files;

    @Option(
            names = "--encryption-key",
            paramLabel = "KEY",
            description = "Key of the site's stored secrets (of …-site_config_backup.json or site_config.json beside"
                    + " the dump).")
    @Nullable
    String encryptionKey;

    @Option(names = "--force", description = "Replace a database that holds something.")
    boolean force;

    @Override
    public boolean needsSite() {
        return false;
    }

    @Override
    public Integer call() throws IOException {
        requireFile(dump);
        BackupFiles backup = BackupFiles.of(dump);
        Optional<String> key = key(backup);
        key.ifPresent(RestoreCommand::check);
        DatabaseRestore restore = new DatabaseRestore(Site.dataSource());
        try (ExclusiveUse use = ExclusiveUse.take(Site.dataSource())) {
            if (!force && !restore.isEmpty()) {
                throw new CommandFailure("The database is not empty. With --force all of it is replaced by the backup");
            }
            restore(restore, key, Optional.ofNullable(files).or(backup::foundFiles));
        }
        tellRest(backup, key);
        System.out.println("Restored. The next start or migrate brings it up to date.");
        return 0;
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailure("There is no readable file " + file);
        }
    }

    private Optional<String> key(BackupFiles backup) throws IOException {
        if (encryptionKey != null) {
            return Optional.of(encryptionKey);
        }
        Optional<Path> config = backup.foundConfig();
        return config.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                                Json.object(Files.readString(config.get())).get("encryption_key"))
                        .map(Object::toString);
    }

    private static void check(String key) {
        if (!key.matches(KEY_FORM)) {
            throw new CommandFailure(
                    "The encryption key is none: it has 43 letters, digits, - and _, and = at the end");
        }
        if (!EncryptionKey.mayBecome(key, Site.settings())) {
            throw new CommandFailure("The settings name another encryption key than the backup has."
                    + " Set AFFOGATO_ENCRYPTION_KEY to that of the backup, or leave it out");
        }
    }

    /** What can fail comes first: the files are unpacked beside their folder, then the database changes as a whole. */
    private void restore(DatabaseRestore restore, Optional<String> key, Optional<Path> archive) throws IOException {
        if (archive.isEmpty()) {
            load(restore);
            become(key);
            return;
        }
        requireFile(archive.get());
        try (RestoredFiles unpacked = RestoredFiles.unpack(archive.get(), Site.filesFolder())) {
            load(restore);
            become(key);
            System.out.printf("%d files in %s%n", unpacked.moveIn(), Site.filesFolder());
        }
    }

    private static void become(Optional<String> key) throws IOException {
        if (key.isPresent()) {
            EncryptionKey.become(key.get(), Site.settings());
        }
    }

    private void load(DatabaseRestore restore) throws IOException {
        long size = Files.size(dump);
        try (CountedStream file = new CountedStream(Files.newInputStream(dump));
                Reader reader = reader(file);
                ProgressBar bar = new ProgressBar("Restoring")) {
            restore.load(reader, done -> bar.at(file.count(), size));
        }
    }

    private static Reader reader(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream plain = zipped ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    private static void tellRest(BackupFiles backup, Optional<String> key) {
        if (key.isEmpty()) {
            System.err.println("No encryption key lay beside the dump: secrets that it holds (API secrets, mail"
                    + " passwords) cannot be read. Restore again with --encryption-key if it has any.");
        }
        backup.foundArchives()
                .forEach(archive -> System.err.println("Unpack " + archive + " by hand: its public/files and"
                        + " private/files belong in " + Site.filesFolder()));
    }
}
