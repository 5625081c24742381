package org.affogato.api.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the one who runs Affogato may set: {@code affogato.*}, or {@code AFFOGATO_*} in the environment. */
@ConfigMapping(prefix = "affogato")
public interface AffogatoSettings {
    /** The site's name. */
    @WithDefault("affogato")
    String site();

    /** Folder of the embedded database and of what else must outlive a restart. */
    @WithDefault("data")
    Path data();

    /** Folders of apps that consist of DocType JSON only, in Frappe's layout. */
    Optional<List<Path>> appFolders();

    /** Standard DocTypes may be edited and are written back as JSON; errors carry their trace. */
    @WithDefault("false")
    boolean developerMode();

    /** Key of Password fields, as {@code encryption_key} in Frappe's site_config.json; else one is made in the data folder. */
    Optional<String> encryptionKey();

    /** Time zone of the site in place of the one in System Settings. */
    Optional<String> timeZone();

    /** Administrator's first password; else one is made and printed. */
    Optional<String> adminPassword();

    /** Whether this process answers requests and runs jobs; off for commands. */
    @WithDefault("true")
    boolean serving();

    /** The site's address in links that leave it, such as {@code https://erp.example.com}; else the one it listens at. */
    Optional<String> url();

    Mail mail();

    Jwt jwt();

    Embedded embedded();

    Reports reports();

    /** Tokens that the site signs. */
    interface Jwt {
        /** How long one counts. */
        @WithDefault("15M")
        Duration life();

        /** Whom they are meant for. */
        @WithDefault("affogato")
        String audience();
    }

    /** Mail that the site sends; the server is set by {@code quarkus.mailer.*}. */
    interface Mail {
        /** The sender's address; no mail is sent without one. */
        Optional<String> from();
    }

    /** How long the query of a report may run. */
    interface Reports {
        /** While its reader waits. */
        @WithDefault("60S")
        Duration timeLimit();

        /** In the background, for a Prepared Report. */
        @WithDefault("25M")
        Duration preparedTimeLimit();
    }

    /** The database server that comes along. */
    interface Embedded {
        /** Memory for its pages. */
        @WithDefault("256M")
        String bufferPool();

        /** Use the server of a running Affogato on the same folder rather than start one. */
        @WithDefault("false")
        boolean attach();
    }
}
