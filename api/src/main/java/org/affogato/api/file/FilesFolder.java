package org.affogato.api.file;

import java.nio.file.Path;
import org.affogato.api.start.AffogatoSettings;

/** Where contents lie on the disk: the folder that the settings name, else the site's in the data folder. */
public final class FilesFolder {
    private FilesFolder() {}

    public static Path of(AffogatoSettings site, FileSettings settings) {
        return settings.folder()
                .orElseGet(() -> site.data().resolve("sites").resolve(site.site()))
                .toAbsolutePath();
    }
}
