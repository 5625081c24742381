package org.affogato.api.resource;

import org.affogato.api.request.Routes;

/**
 * What a path under {@code /api/resource/} names: a DocType, perhaps with a document. Names may hold slashes; one
 * trailing slash is no part of them.
 *
 * @param name empty for the DocType itself
 */
record ResourcePath(String doctype, String name, boolean trailingSlash) {
    static ResourcePath of(String rest) {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return known(rest, "", false);
        }
        boolean trailing = rest.endsWith("/");
        String name = rest.substring(slash + 1, trailing ? Math.max(slash + 1, rest.length() - 1) : rest.length());
        boolean onlySlashes = name.isEmpty() && rest.length() > slash + 1;
        if (onlySlashes || name.startsWith("/") || name.endsWith("/")) {
            throw Routes.nothing();
        }
        return known(rest.substring(0, slash), name, trailing);
    }

    private static ResourcePath known(String doctype, String name, boolean trailing) {
        if (doctype.isEmpty()) {
            throw Routes.nothing();
        }
        return new ResourcePath(doctype, name, trailing);
    }

    boolean namesDocument() {
        return !name.isEmpty();
    }
}
