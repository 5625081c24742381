package org.affogato.api.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Reads multipart/form-data: fields as text, files as {@link UploadedFile}. */
final class MultipartForm {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private MultipartForm(String boundary, byte[] body) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, @Nullable Object> read(String contentType, byte[] body) {
        String boundary = parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new ValidationError("The multipart form names no boundary");
        }
        return new MultipartForm(boundary, body).parts();
    }

    private Map<String, @Nullable Object> parts() {
        int at = find(delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length;
            int next = find(delimiter, start);
            if (next < 0) {
                break;
            }
            addPart(Arrays.copyOfRange(body, start, next));
            at = next;
        }
        return fields;
    }

    private void addPart(byte[] part) {
        int end = indexOf(part, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0);
        if (end < 0) {
            return;
        }
        String head = new String(part, 0, end, StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOfRange(part, end + 4, Math.max(end + 4, part.length - 2));
        Map<String, String> disposition = parameters(header(head, "content-disposition"));
        String name = disposition.get("name");
        if (name != null) {
            fields.putIfAbsent(name, value(disposition.get("filename"), head, content));
        }
    }

    private static Object value(@Nullable String filename, String head, byte[] content) {
        if (filename == null) {
            return new String(content, StandardCharsets.UTF_8);
        }
        return new UploadedFile(filename, header(head, "content-type"), content);
    }

    private static String header(String head, String name) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            found.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return found;
    }

    private int find(byte[] wanted, int from) {
        return indexOf(body, wanted, from);
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (int at = from; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
