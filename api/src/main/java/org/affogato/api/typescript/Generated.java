package org.affogato.api.typescript;

/** What stands above every generated file. */
final class Generated {
    static final String HEADER =
            "// Made by `affogato generate-client` from a site's metadata. Make it anew rather than edit it.\n\n";

    private Generated() {}
}
