package org.affogato.api.auth;

import java.util.Optional;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.spi.Context;

/** Tokens of one kind that come in as {@code Authorization: Bearer}. */
public interface BearerTokens {
    /**
     * The user for whom the token speaks in this call; empty for a token of another kind, or one that does not count.
     *
     * @throws org.affogato.engine.error.EngineException where the token counts, but not for this call
     */
    Optional<String> user(String token, HttpCall call, Context context);
}
