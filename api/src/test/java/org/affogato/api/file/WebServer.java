package org.affogato.api.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A web server on an address of this machine: {@code /file} is a file, {@code /large} one of two megabytes, {@code
 * /to?there} leads there, {@code /loop} to itself.
 */
final class WebServer implements AutoCloseable {
    static final String CONTENT = "content of the web";

    private static final int MEGABYTES = 2;

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();

    WebServer(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The addresses that were asked for so far. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            synchronized (this) {
                asked.add(call.getRequestURI().toString());
            }
            switch (call.getRequestURI().getPath()) {
                case "/file" -> send(call, CONTENT);
                case "/large" -> sendLarge(call);
                case "/to" -> redirect(call, call.getRequestURI().getQuery());
                case "/loop" -> redirect(call, "/loop");
                case "/host" -> send(call, call.getRequestHeaders().getFirst("Host"));
                default -> call.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange call, String text) throws IOException {
        byte[] bytes = FileCalls.bytes(text);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
    }

    /** Without a length before. */
    private static void sendLarge(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        for (int i = 0; i < MEGABYTES; i++) {
            call.getResponseBody().write(new byte[1024 * 1024]);
        }
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().set("Location", to);
        call.sendResponseHeaders(302, -1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
