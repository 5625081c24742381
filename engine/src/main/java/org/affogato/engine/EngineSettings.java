package org.affogato.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site's engine is told from outside.
 *
 * @param site the site's name
 * @param encryptionKey Fernet key of the site's Password fields, as Frappe's {@code encryption_key}
 * @param developerMode standard DocTypes may be edited and are written back as JSON
 * @param appFolders folders of apps without Java, in Frappe's layout
 * @param timeZone overrides the site's System Settings
 * @param url the site's own address as mails and redirects name it, without a slash at its end
 */
public record EngineSettings(
        String site,
        String encryptionKey,
        boolean developerMode,
        List<Path> appFolders,
        @Nullable String timeZone,
        Clock clock,
        String url) {
    /** Settings of a site that nobody reaches from outside. */
    public EngineSettings(
            String site,
            String encryptionKey,
            boolean developerMode,
            List<Path> appFolders,
            @Nullable String timeZone,
            Clock clock) {
        this(site, encryptionKey, developerMode, appFolders, timeZone, clock, "http://127.0.0.1:8000");
    }
}
