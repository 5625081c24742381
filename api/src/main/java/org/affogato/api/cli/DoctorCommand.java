package org.affogato.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import picocli.CommandLine.Command;

/** Looks at what commonly goes wrong and says what to do about it. */
@Command(
        name = "doctor",
        description = "Checks Java, database, site and folders, and says what is wrong. Exit code 1 if anything is.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements ApplicationCommand, Callable<Integer> {
    private static final long ENOUGH_SPACE = 1L << 30;

    private int problems;

    @Override
    public boolean needsSite() {
        return false;
    }

    @Override
    public Integer call() {
        tell(Runtime.version().feature() >= 25, "Java " + Runtime.version(), "Affogato needs Java 25 or newer");
        checkFolder(Site.settings().data().toAbsolutePath());
        try {
            Site.engine().runAndRollBack(Context.ADMINISTRATOR, context -> {
                checkDatabase(context.database());
                checkSite(context);
                return null;
            });
        } catch (EngineException error) {
            tell(false, "", "The database does not answer as it should: " + error.getMessage());
        }
        System.out.println(problems == 0 ? "All well." : problems + " to look at.");
        return problems == 0 ? 0 : 1;
    }

    private void checkFolder(Path folder) {
        tell(Files.isWritable(folder), "Data folder " + folder, "The data folder " + folder + " cannot be written");
        long free = folder.toFile().getUsableSpace();
        tell(free > ENOUGH_SPACE, (free >> 30) + " GB free", "Little space is left: " + (free >> 20) + " MB");
    }

    private void checkDatabase(Database database) {
        String version = first(database, "SELECT VERSION()");
        tell(atLeast(version, 10, 6), "MariaDB " + version, "MariaDB 10.6 or newer is needed, this is " + version);
        String collation = first(database, "SELECT @@collation_database");
        tell(
                collation.startsWith("utf8mb4"),
                "Database collation " + collation,
                "The database's collation is " + collation + "; make it utf8mb4_unicode_ci");
        String packet = first(database, "SELECT @@max_allowed_packet");
        tell(
                Long.parseLong(packet) >= 16 << 20,
                "max_allowed_packet " + packet,
                "max_allowed_packet is " + packet + ": large documents will fail, set at least 16M");
    }

    private void checkSite(Context context) {
        List<?> tables = context.database().query("SHOW TABLES LIKE 'tabDocType'");
        tell(!tables.isEmpty(), "The site has its tables", "The site has no tables yet: run affogato migrate");
        if (tables.isEmpty()) {
            return;
        }
        String sql = "SELECT COUNT(*) FROM `__Auth` WHERE `doctype` = 'User' AND `fieldname` = 'password'";
        tell(
                !first(context.database(), sql).equals("0"),
                "Somebody can log in",
                "Nobody has a password: run affogato set-admin-password");
        tell(true, "Time zone " + context.timeZone(), "");
    }

    private static String first(Database database, String sql) {
        return database.query(sql, List.of(), row -> String.valueOf(row.getString(1)))
                .getFirst();
    }

    private static boolean atLeast(String version, int major, int minor) {
        String[] parts = version.split("[.-]");
        int first = Integer.parseInt(parts[0]);
        return first > major || first == major && Integer.parseInt(parts[1]) >= minor;
    }

    private void tell(boolean well, String good, String bad) {
        problems += well ? 0 : 1;
        System.out.println((well ? "  ok    " + good : "  WRONG " + bad));
    }
}
