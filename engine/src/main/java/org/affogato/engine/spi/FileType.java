package org.affogato.engine.spi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is by the ending of its name. Frappe: Python's {@code mimetypes}.
 *
 * @param mediaType such as {@code image/jpeg}
 * @param label the usual ending in capitals, as File keeps it: {@code JPG}; empty for types that it leaves out
 */
public record FileType(String mediaType, String label) {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> PACKED = Set.of("gz", "bz2", "xz", "br", "z");
    private static final Map<String, FileType> BY_ENDING = read();

    private static Map<String, FileType> read() {
        Map<String, FileType> types = new HashMap<>();
        try (InputStream in = FileType.class.getResourceAsStream("file-types.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> add(line.split("\\s+"), types));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return Map.copyOf(types);
    }

    private static void add(String[] line, Map<String, FileType> types) {
        String label = line[1].equals("-") ? "" : line[1].toUpperCase(Locale.ROOT);
        for (int i = 1; i < line.length; i++) {
            types.put(line[i], new FileType(line[0], label));
        }
    }

    /** The type of a file; of a packed one ({@code .tar.gz}) that of what is in it; empty for an ending not known. */
    public static Optional<FileType> of(String fileName) {
        String ending = ending(fileName);
        if (PACKED.contains(ending)) {
            String inner = fileName.substring(0, fileName.length() - ending.length() - 1);
            return Optional.ofNullable(BY_ENDING.get(ending(inner)));
        }
        return Optional.ofNullable(BY_ENDING.get(ending));
    }

    /** How a file of this name is to be served. */
    public static String mediaTypeOf(String fileName) {
        FileType known = BY_ENDING.get(ending(fileName));
        return known == null ? UNKNOWN : known.mediaType;
    }

    /** The ending, with its dot, that files of a media type usually have; empty for a type not known. */
    public static String endingOf(String mediaType) {
        return BY_ENDING.values().stream()
                .filter(type -> type.mediaType.equals(mediaType) && !type.label.isEmpty())
                .map(type -> "." + type.label.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /** What follows the last dot, in small letters; empty where a name has no ending. */
    public static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean hasEnding = dot > 0 && fileName.indexOf('/', dot) < 0;
        return hasEnding ? fileName.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether files of this type are pictures. */
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
