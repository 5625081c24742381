package org.affogato.api.auth.oauth;

import java.util.Map;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Answers in the form of RFC 6749: the keys stand alone at the top. */
final class OAuthAnswer {
    private OAuthAnswer() {}

    /** What a user's browser gets for a request that cannot be granted. */
    static @Nullable Object refuse(OAuthError error, Context context) {
        context.answer().status(error.status());
        context.answer().set("description", error.description());
        context.answer().set("status_code", (long) error.status());
        context.answer().set("error", error.code());
        return null;
    }

    /** What a client gets for a request that cannot be granted. */
    static void refuseClient(OAuthError error, Context context) {
        context.answer().status(error.status());
        context.answer().set("error", error.code());
        if (!error.description().isEmpty()) {
            context.answer().set("error_description", error.description());
        }
    }

    static void write(Map<String, ? extends @Nullable Object> keys, Context context) {
        keys.forEach(context.answer()::set);
    }
}
