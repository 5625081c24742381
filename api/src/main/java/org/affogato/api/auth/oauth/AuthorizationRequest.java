package org.affogato.api.auth.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks a user for, once it is found valid.
 *
 * @param challenge of PKCE; empty for none
 * @param method {@code s256}, {@code plain}, or empty
 */
record AuthorizationRequest(
        Client client,
        String redirect,
        List<String> scopes,
        String state,
        String nonce,
        String challenge,
        String method) {
    private static final Set<String> METHODS = Set.of("S256", "plain");
    private static final int LONGEST = 140;

    /**
     * @throws OAuthError for what the client may not ask; it is told to the user, who is not led anywhere then
     */
    static AuthorizationRequest of(Map<String, @Nullable Object> arguments, Context context) {
        Client client = client(arguments, context);
        String redirect = redirect(client, arguments);
        checkResponseType(text(arguments, "response_type"));
        String challenge = text(arguments, "code_challenge");
        String method = text(arguments, "code_challenge_method");
        checkChallenge(challenge, method);
        if (client.isSelfMade() && !(challenge.length() > 0 && method.equals("S256"))) {
            throw new OAuthError("invalid_request", "This client has to use PKCE with S256.");
        }
        return new AuthorizationRequest(
                client,
                redirect,
                scopes(client, arguments),
                text(arguments, "state"),
                bounded("nonce", text(arguments, "nonce")),
                challenge,
                challenge.isEmpty() ? "" : method.isEmpty() ? "plain" : method.toLowerCase(Locale.ROOT));
    }

    private static Client client(Map<String, @Nullable Object> arguments, Context context) {
        String id = text(arguments, "client_id");
        if (id.isEmpty()) {
            throw new OAuthError("invalid_request", "Missing client_id parameter.");
        }
        return Client.find(id, context)
                .orElseThrow(() -> new OAuthError("invalid_request", "Invalid client_id parameter value."));
    }

    private static String redirect(Client client, Map<String, @Nullable Object> arguments) {
        String wanted = text(arguments, "redirect_uri");
        if (wanted.isEmpty()) {
            return client.defaultRedirect();
        }
        if (!client.redirects().contains(wanted)) {
            throw new OAuthError("invalid_request", "Mismatching redirect URI.");
        }
        return wanted;
    }

    /** Only the code flow: tokens in addresses end up in histories and logs. */
    private static void checkResponseType(String type) {
        if (type.isEmpty()) {
            throw new OAuthError("invalid_request", "Missing response_type parameter.");
        }
        if (!type.equals("code")) {
            throw new OAuthError("unsupported_response_type", "");
        }
    }

    private static void checkChallenge(String challenge, String method) {
        if (!method.isEmpty() && !METHODS.contains(method)) {
            throw new OAuthError("invalid_request", "Transform algorithm not supported.");
        }
        if (!challenge.isEmpty() && !challenge.matches("[A-Za-z0-9._~-]{43,128}")) {
            throw new OAuthError("invalid_request", "Code challenge malformed.");
        }
    }

    private static List<String> scopes(Client client, Map<String, @Nullable Object> arguments) {
        List<String> wanted = Client.words(text(arguments, "scope"));
        if (!client.allows(wanted)) {
            throw new OAuthError("invalid_scope", "");
        }
        return wanted.isEmpty() ? client.scopes() : wanted;
    }

    private static String bounded(String name, String value) {
        if (value.length() > LONGEST) {
            throw new OAuthError("invalid_request", "The parameter " + name + " is too long.");
        }
        return value;
    }

    static String text(Map<String, @Nullable Object> arguments, String name) {
        Object value = arguments.get(name);
        return value == null ? "" : value.toString();
    }

    /** The request as parameters again. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", client.id());
        parameters.put("redirect_uri", redirect);
        parameters.put("response_type", "code");
        parameters.put("scope", String.join(" ", scopes));
        parameters.put("state", state);
        parameters.put("nonce", nonce);
        parameters.put("code_challenge", challenge);
        parameters.put("code_challenge_method", method.equals("s256") ? "S256" : method);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
