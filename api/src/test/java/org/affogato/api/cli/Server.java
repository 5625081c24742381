package org.affogato.api.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code affogato start} while a test needs it. */
final class Server implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready at (http://\\S+)");

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private Server(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static Server of(Terminal terminal) throws IOException, InterruptedException {
        Process process = terminal.start("server", "start");
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            Matcher ready = READY.matcher(Files.readString(terminal.file("server.txt")));
            if (ready.find()) {
                return new Server(process, ready.group(1));
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("It did not start: " + Files.readString(terminal.file("server.txt"))
                + Files.readString(terminal.file("server.err")));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A session of Administrator, as the value of a Cookie header. */
    HttpResponse<String> login(String password) throws IOException, InterruptedException {
        return send(request("/api/method/login")
                .POST(BodyPublishers.ofString("{\"usr\": \"Administrator\", \"pwd\": \"" + password + "\"}")));
    }

    /** Ends it as Ctrl+C does, and waits for it. */
    int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        end();
    }
}
