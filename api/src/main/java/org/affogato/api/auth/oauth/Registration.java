package org.affogato.api.auth.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program says of itself when it registers, in the words of RFC 7591, found valid.
 *
 * @param method how it shows who it is where it asks for tokens; {@code none} for a program that can keep no secret
 */
record Registration(String name, List<String> redirects, List<String> scopes, String method) {
    private static final Set<String> METHODS = Set.of("none", "client_secret_basic", "client_secret_post");
    private static final List<String> GRANTS = List.of("authorization_code", "refresh_token");
    private static final List<String> SCOPES = List.of("all", "openid");
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int MOST_REDIRECTS = 10;
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_REDIRECT = 1000;

    /**
     * @throws OAuthError for what no client can be made of
     */
    static Registration of(Map<String, @Nullable Object> values) {
        String method = AuthorizationRequest.text(values, "token_endpoint_auth_method");
        check(method.isEmpty() || METHODS.contains(method), "token_endpoint_auth_method " + method + " is not known");
        check(GRANTS.containsAll(words(values, "grant_types", GRANTS)), "grant_types are of " + GRANTS);
        check(words(values, "response_types", List.of("code")).equals(List.of("code")), "response_types is code");
        return new Registration(
                name(values), redirects(values), scopes(values), method.isEmpty() ? "client_secret_basic" : method);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new OAuthError("invalid_client_metadata", otherwise);
        }
    }

    private static String name(Map<String, @Nullable Object> values) {
        String name = AuthorizationRequest.text(values, "client_name").strip();
        check(!name.isEmpty() && name.length() <= LONGEST_NAME, "client_name has 1 to " + LONGEST_NAME + " letters");
        return name;
    }

    private static List<String> scopes(Map<String, @Nullable Object> values) {
        List<String> wanted = Client.words(AuthorizationRequest.text(values, "scope"));
        check(SCOPES.containsAll(wanted), "scope is of " + SCOPES);
        return wanted.isEmpty() ? SCOPES : wanted;
    }

    private static List<String> redirects(Map<String, @Nullable Object> values) {
        List<String> redirects = words(values, "redirect_uris", List.of());
        if (redirects.isEmpty() || redirects.size() > MOST_REDIRECTS) {
            throw new OAuthError("invalid_redirect_uri", "redirect_uris has 1 to " + MOST_REDIRECTS + " addresses");
        }
        for (String redirect : redirects) {
            if (redirect.length() > LONGEST_REDIRECT
                    || !address(redirect).filter(Registration::isSafe).isPresent()) {
                throw new OAuthError(
                        "invalid_redirect_uri",
                        "An address is https, http on the own machine, or of a program's own scheme, without fragment");
            }
        }
        return redirects;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Codes travel encrypted or stay on the machine. Schemes that browsers run the OAuth Client itself refuses. */
    private static boolean isSafe(URI address) {
        if (!address.isAbsolute() || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            return false;
        }
        return switch (address.getScheme()) {
            case "https" -> address.getHost() != null;
            case "http" -> address.getHost() != null && OWN_MACHINE.contains(address.getHost());
            default -> true;
        };
    }

    private static List<String> words(Map<String, @Nullable Object> values, String name, List<String> otherwise) {
        Object given = values.get(name);
        if (given == null) {
            return otherwise;
        }
        check(given instanceof List, name + " is a list");
        List<String> words = new ArrayList<>();
        for (Object word : (List<?>) given) {
            check(word instanceof String text && !text.isBlank() && text.equals(text.strip()), name + " holds words");
            words.add((String) word);
        }
        return List.copyOf(words);
    }

    boolean isPublic() {
        return method.equals("none");
    }

    /** The values of an OAuth Client. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("app_name", name);
        values.put("scopes", String.join(" ", scopes));
        values.put("redirect_uris", String.join("\n", redirects));
        values.put("default_redirect_uri", redirects.getFirst());
        return values;
    }

    /** What the site made of it, for the program. */
    Map<String, Object> described() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("client_name", name);
        keys.put("redirect_uris", redirects);
        keys.put("grant_types", GRANTS);
        keys.put("response_types", List.of("code"));
        keys.put("scope", String.join(" ", scopes));
        keys.put("token_endpoint_auth_method", method);
        return keys;
    }
}
