package org.affogato.api.permission;

/** How a call ended. */
enum Verdict {
    ALLOWED,
    /** 403, or 401 for who has to sign in: the caller is told that the right is missing. */
    REFUSED,
    /** 404: the caller is not told that there is such a document. */
    HIDDEN,
    /** 417: what the caller sent cannot be. */
    INVALID,
    /** Any other status. */
    BROKEN;

    static Verdict of(int status) {
        return switch (status) {
            case 200, 201, 202 -> ALLOWED;
            case 401, 403 -> REFUSED;
            case 404 -> HIDDEN;
            case 417 -> INVALID;
            default -> BROKEN;
        };
    }
}
