package org.affogato.api.auth.page;

/** Where a login may lead on to: a path of this site, never another one. */
public final class OwnPath {
    private OwnPath() {}

    public static boolean is(String path) {
        return path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    }
}
