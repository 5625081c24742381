package org.affogato.engine.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The connector's options that the engine counts on, for the bundled and for a foreign server alike: statements prepared
 * on the server and cached, batches sent as one execution, tinyint(1) read as a number. What a URL states itself wins.
 */
final class ConnectionDefaults {

    private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

    static {
        OPTIONS.put("useServerPrepStmts", "true");
        OPTIONS.put("prepStmtCacheSize", "500");
        OPTIONS.put("useBulkStmts", "true");
        OPTIONS.put("tinyInt1isBit", "false");
        OPTIONS.put("transformedBitIsBoolean", "false");
        OPTIONS.put("yearIsDateType", "false");
        OPTIONS.put("preserveInstants", "false");
        OPTIONS.put("allowMultiQueries", "false");
        OPTIONS.put("allowLocalInfile", "false");
        OPTIONS.put("tcpKeepAlive", "true");
    }

    private ConnectionDefaults() {}

    static Properties completed(String url, Properties given) {
        Properties all = new Properties();
        OPTIONS.forEach((option, value) -> {
            if (!url.contains(option + "=")) {
                all.setProperty(option, value);
            }
        });
        given.stringPropertyNames().forEach(name -> all.setProperty(name, given.getProperty(name)));
        return all;
    }
}
