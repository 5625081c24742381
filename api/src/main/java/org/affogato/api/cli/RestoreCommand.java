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
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.affogato.engine.db.DatabaseRestore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a backup, of Affogato or of a Frappe site. */
@Command(
        name = "restore",
        description = "Loads a backup of this or of a Frappe site (SQL, gzipped or not) into the database.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Stop the server first. What the database held is gone afterwards.",
            "Secrets can be read again with the key in the backup's site_config: name it as AFFOGATO_ENCRYPTION_KEY."
        })
final class RestoreCommand implements ApplicationCommand, Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The dump: …-database.sql.gz")
    Path dump = Path.of("");

    @Option(names = "--files", paramLabel = "FILE", description = "The files: …-files.zip")
    @Nullable
    Path files;

    @Option(names = "--force", description = "Replace a database that holds something.")
    boolean force;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(dump)) {
            throw new CommandFailure("There is no readable file " + dump);
        }
        DatabaseRestore restore = new DatabaseRestore(Site.dataSource());
        if (!force && !restore.isEmpty()) {
            throw new CommandFailure("The database is not empty. With --force all of it is replaced by the backup");
        }
        load(restore);
        if (files != null) {
            Path sites = Site.settings().data().toAbsolutePath().resolve("sites");
            unpack(files, sites.resolve(Site.settings().site()));
        }
        System.out.println("Restored. The next start or migrate brings it up to date.");
        return 0;
    }

    private void load(DatabaseRestore restore) throws IOException {
        try (Reader reader = reader(dump);
                ProgressBar bar = new ProgressBar("Statements")) {
            restore.load(reader, done -> bar.at(done, 0));
        }
    }

    private static Reader reader(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream plain = zipped ? new GZIPInputStream(in, 1 << 16) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new CommandFailure("The archive names a file outside of its folder: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                Files.write(target, in.readAllBytes());
            }
        }
    }
}
