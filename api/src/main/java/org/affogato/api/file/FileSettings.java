package org.affogato.api.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where contents of files are kept and how large they may be: {@code affogato.files.*}. */
@ConfigMapping(prefix = "affogato.files")
public interface FileSettings {
    /** Folder of {@code public/files} and {@code private/files}, as a Frappe site's; else one in the data folder. */
    Optional<Path> folder();

    /** What keeps the contents. */
    @WithDefault("disk")
    Kind store();

    /** Largest file in bytes where System Settings name no size; {@code max_file_size} in Frappe's site_config.json. */
    @WithDefault("26214400")
    long maxSize();

    /** Whether a caller may have the server fetch a file from an address on the web. */
    @WithDefault("false")
    boolean fetchUrls();

    S3 s3();

    /** The kinds of stores. */
    enum Kind {
        DISK,
        S3
    }

    /** A bucket of Amazon S3 or of a server that speaks its protocol. */
    interface S3 {
        Optional<String> bucket();

        /** Address of the server; Amazon's own where none is named. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** With {@link #secretKey}; else the credentials are looked for where Amazon's tools do. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** What all keys begin with, so that sites may share a bucket. */
        Optional<String> prefix();

        /** Whether the bucket stands in the path rather than in the host name. */
        @WithDefault("false")
        boolean pathStyle();
    }
}
