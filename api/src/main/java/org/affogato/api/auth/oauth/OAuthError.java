package org.affogato.api.auth.oauth;

/** What a client did wrong, by the words of RFC 6749. */
final class OAuthError extends RuntimeException {
    private final String code;
    private final int status;

    OAuthError(String code, String description) {
        this(code, description, 400);
    }

    OAuthError(String code, String description, int status) {
        super(description);
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String description() {
        return getMessage() == null ? "" : getMessage();
    }
}
