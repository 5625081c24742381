package org.affogato.api.start;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The site's own address: the one in the settings, else the one it listens at. What a caller says its host is does not
 * count: links in mails and redirects would lead to him.
 */
final class SiteAddress {
    private SiteAddress() {}

    static String of(AffogatoSettings settings) {
        String given = settings.url().orElse("").strip();
        return given.isEmpty() ? listening() : given.replaceAll("/+$", "");
    }

    private static String listening() {
        int port = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.port", Integer.class)
                .orElse(8000);
        return "http://127.0.0.1:" + port;
    }
}
