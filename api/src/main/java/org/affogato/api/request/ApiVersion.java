package org.affogato.api.request;

/** The two dialects of the wire; the path says which a call speaks. They differ in envelope and in shape of errors. */
public enum ApiVersion {
    /** {@code message} or {@code data}, {@code exc_type}, {@code _server_messages}. */
    V1,
    /** {@code data}, {@code errors}, {@code messages}. */
    V2;

    static ApiVersion of(String path) {
        return path.startsWith("/api/v2") ? V2 : V1;
    }
}
