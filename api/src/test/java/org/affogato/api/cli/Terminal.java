package org.affogato.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls the packaged application as somebody at a terminal does, in a folder and with an environment of its own. */
final class Terminal {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Terminal(Path folder) {
        this.folder = folder;
        environment.put("AFFOGATO_DATA", folder.resolve("data").toString());
        environment.put("ADMIN_PASSWORD", "admin");
        environment.put("PORT", "0");
        environment.put("AFFOGATO_EMBEDDED_BUFFER_POOL", "64M");
    }

    /** The same terminal with one variable more. */
    Terminal with(String variable, String value) {
        Terminal other = new Terminal(folder);
        other.environment.putAll(environment);
        other.environment.put(variable, value);
        return other;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start("out", arguments);
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + List.of(arguments));
        }
        return new Ended(process.exitValue(), Files.readString(file("out.txt")), Files.readString(file("out.err")));
    }

    /** What a process prints goes to files of the name. */
    Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectOutput(file(name + ".txt").toFile())
                .redirectError(file(name + ".err").toFile())
                .start();
    }

    /** How a command ended. */
    record Ended(int code, String out, String err) {
        /** Whether it failed in a line or two, and with no trace. */
        boolean failedPlainly() {
            return code == 1 && !err.isBlank() && err.lines().count() <= 2 && !err.contains("\tat ");
        }
    }
}
