package org.affogato.api.auth.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.affogato.api.auth.Digests;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;

/**
 * Which client asks. All of Frappe's clients may be public ones, which have no secret to show: one that is shown has to
 * be right, and PKCE stands in for it.
 */
final class ClientProof {
    private ClientProof() {}

    /** What a client says of itself, by form or by Basic authorization. */
    private record Said(String id, String secret) {}

    /**
     * The client that asks.
     *
     * @param otherwise the id of the client where the call names none
     * @throws OAuthError for a wrong secret
     */
    static Client check(String otherwise, Arguments arguments, HttpCall call, Context context) {
        Said said = said(arguments, call);
        String id = said.id().isEmpty() ? otherwise : said.id();
        Client client =
                Client.find(id, context).orElseThrow(() -> new DoesNotExistError("OAuth Client " + id + " not found"));
        if (!otherwise.isEmpty() && !client.id().equals(otherwise)) {
            throw new OAuthError("invalid_grant", "");
        }
        if (!said.secret().isEmpty() && !Digests.same(said.secret(), client.secret())) {
            throw new OAuthError("invalid_client", "", 401);
        }
        return client;
    }

    private static Said said(Arguments arguments, HttpCall call) {
        String[] words = call.header("Authorization").split(" ", -1);
        if (words.length == 2 && words[0].toLowerCase(Locale.ROOT).equals("basic")) {
            return ofHeader(words[1]);
        }
        return new Said(
                AuthorizationRequest.text(arguments.values(), "client_id"),
                AuthorizationRequest.text(arguments.values(), "client_secret"));
    }

    private static Said ofHeader(String credentials) {
        try {
            String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return new Said(decoded(text.substring(0, Math.max(0, colon))), decoded(text.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            throw new OAuthError("invalid_client", "", 401);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
