package org.affogato.engine.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a JDBC URL of the embedded server says: {@code jdbc:affogato:embedded:<folder>[?database=…&buffer-pool=256M&attach=true]}.
 * A relative folder is resolved against the working directory at once, so that it cannot change its meaning later.
 * {@code attach} lets a command line use the server that another process runs on the folder, instead of refusing.
 */
record EmbeddedUrl(Path folder, String database, String bufferPool, boolean attach) {

    static final String PREFIX = "jdbc:affogato:embedded:";

    EmbeddedUrl {
        if (!database.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("Not a usable database name: " + database);
        }
        if (!bufferPool.matches("[0-9]+[KMG]?")) {
            throw new IllegalArgumentException(
                    "Not a size such as 256M (affogato.embedded.buffer-pool): " + bufferPool);
        }
    }

    static boolean accepts(String url) {
        return url.startsWith(PREFIX);
    }

    static EmbeddedUrl parse(String url) {
        String rest = url.substring(PREFIX.length());
        int question = rest.lastIndexOf('?');
        String folder = question < 0 ? rest : rest.substring(0, question);
        if (folder.isBlank()) {
            throw new IllegalArgumentException("No data folder in the JDBC URL " + url);
        }
        Map<String, String> options = options(question < 0 ? "" : rest.substring(question + 1));
        return new EmbeddedUrl(
                Path.of(folder).toAbsolutePath().normalize(),
                options.getOrDefault("database", "affogato"),
                options.getOrDefault("buffer-pool", "256M"),
                Boolean.parseBoolean(options.getOrDefault("attach", "false")));
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                options.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return options;
    }
}
