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
 */
public record EngineSettings(
        String site,
        String encryptionKey,
        boolean developerMode,
        List<Path> appFolders,
        @Nullable String timeZone,
        Clock clock) {}
