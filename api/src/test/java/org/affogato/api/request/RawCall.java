package org.affogato.api.request;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A call written to the socket byte by byte: HTTP libraries mend or refuse what tests of bad input have to send. */
public final class RawCall {
    private static final int PATIENCE = 20_000;

    private RawCall() {}

    /** What came back, up to the end of the connection. */
    public record Answer(int status, String head, String body) {}

    /** The cookie of a fresh session of Administrator's. */
    public static String session() {
        return given().formParam("usr", "Administrator")
                .formParam("pwd", "admin")
                .post("/api/method/login")
                .then()
                .statusCode(200)
                .extract()
                .cookie("sid");
    }

    /**
     * @param address as it goes over the wire, each letter one byte
     */
    public static Answer get(String sid, String address) {
        return send(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: sid=" + sid
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Answer post(String sid, String address, String contentType, byte[] body) {
        return call("POST", sid, address, contentType, body);
    }

    public static Answer call(String verb, String sid, String address, String contentType, byte[] body) {
        String type = contentType.isEmpty() ? "" : "\r\nContent-Type: " + contentType;
        byte[] head = (verb + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: sid=" + sid
                        + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return send(whole);
    }

    public static Answer send(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE);
            Thread.startVirtualThread(() -> write(socket, request));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A server may answer, and close, before it has read all. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            return;
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int status = head.matches("(?s)HTTP/1\\.\\d \\d{3}.*") ? Integer.parseInt(head.substring(9, 12)) : 0;
        return new Answer(status, head, end < 0 ? "" : text.substring(end + 4));
    }
}
