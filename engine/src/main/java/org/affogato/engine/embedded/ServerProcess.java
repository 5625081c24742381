package org.affogato.engine.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of mariadbd on a data folder: the commands that initialise, start and stop it. */
final class ServerProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    /**
     * Runs the server as a child that ends when our end of its standard input closes, even by kill -9 of this JVM. A
     * terminal's Ctrl+C reaches the whole process group; here it is ignored, so that the server outlives open requests.
     */
    private static final String SUPERVISOR = """
            trap '' INT HUP QUIT
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            trap 'kill -TERM $server' TERM
            ( trap '' TERM; while read -r line; do :; done; kill -TERM $server ) <&3 3<&- >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            while kill -0 $server 2>/dev/null; do wait $server; status=$?; done
            kill -KILL $watcher 2>/dev/null
            exit $status
            """;

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static void initialise(ServerFiles files, DataFolder folder, String userSql) {
        Path part = folder.path().resolve("mariadb.part");
        try {
            if (Files.exists(part)) {
                ServerArchive.delete(part);
            }
            Files.createDirectories(part);
            List<String> command = command(files, folder, part);
            command.addAll(List.of("--bootstrap", "--skip-networking", "--innodb-buffer-pool-size=64M"));
            Process bootstrap = builder(command, folder).start();
            try (OutputStream sql = bootstrap.getOutputStream()) {
                sql.write((files.systemTables() + userSql).getBytes(StandardCharsets.UTF_8));
            }
            if (bootstrap.waitFor() != 0) {
                throw new EmbeddedDatabaseException("The database in " + folder.path()
                        + " could not be initialised. The end of its log:\n" + folder.logTail());
            }
            Files.move(part, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The database in " + folder.path() + " could not be initialised: " + e.getMessage() + "\n"
                            + folder.logTail(),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static ServerProcess start(ServerFiles files, DataFolder folder, String bufferPool) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SUPERVISOR, "affogato-mariadb"));
        try {
            command.addAll(command(files, folder, folder.data()));
            command.addAll(settings(folder, port, bufferPool));
            ServerProcess started = new ServerProcess(builder(command, folder).start(), port);
            started.awaitPort(folder);
            return started;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The database server " + files.server() + " cannot be run", e);
        }
    }

    /** Without a folder of its own for temporary files, a server that starts would remove those of the others. */
    private static List<String> command(ServerFiles files, DataFolder folder, Path data) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                files.server().toString(),
                "--no-defaults",
                "--basedir=" + files.base(),
                "--datadir=" + data,
                "--tmpdir=" + Files.createDirectories(folder.temporary()),
                "--lc-messages-dir=" + files.share(),
                "--character-sets-dir=" + files.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--performance-schema=OFF",
                "--log-warnings=1"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static List<String> settings(DataFolder folder, int port, String bufferPool) {
        return List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=",
                "--pid-file=" + folder.pidFile(),
                "--skip-ssl",
                "--skip-name-resolve",
                "--max-connections=300",
                "--max-allowed-packet=256M",
                "--max-prepared-stmt-count=100000",
                "--table-open-cache=4000",
                "--table-definition-cache=6000",
                "--innodb-buffer-pool-size=" + bufferPool,
                "--innodb-flush-log-at-trx-commit=1",
                "--loose-innodb-snapshot-isolation=ON",
                "--innodb-log-file-size=256M");
    }

    private static ProcessBuilder builder(List<String> command, DataFolder folder) {
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.log().toFile()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("No free port on the loopback interface", e);
        }
    }

    private void awaitPort(DataFolder folder) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                stop();
                throw new EmbeddedDatabaseException("The database server in " + folder.path()
                        + " did not start. The end of its log:\n" + folder.logTail());
            }
            pause(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the server the way it ends when this JVM dies, and waits until its files are closed. */
    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static EmbeddedDatabaseException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddedDatabaseException("Interrupted while waiting for the database server", e);
    }
}
