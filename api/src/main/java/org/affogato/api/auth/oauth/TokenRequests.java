package org.affogato.api.auth.oauth;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.auth.Credentials;
import org.affogato.api.auth.EntryRules;
import org.affogato.api.auth.SecondFactor;
import org.affogato.api.auth.oauth.Codes.Code;
import org.affogato.api.auth.oauth.Grants.Grant;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.permission.LoginLookup.Candidate;
import org.affogato.engine.permission.UserAccess;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;

/** Gives tokens for what a client brings: a code, a refresh token, or its user's password. */
@Singleton
public class TokenRequests {
    private final Engine engine;
    private final Credentials credentials;
    private final EntryRules rules;
    private final SecondFactor secondFactor;

    public TokenRequests(Engine engine, Credentials credentials, EntryRules rules, SecondFactor secondFactor) {
        this.engine = engine;
        this.credentials = credentials;
        this.rules = rules;
        this.secondFactor = secondFactor;
    }

    Map<String, Object> answer(Arguments arguments, HttpCall call, Context context) {
        if (!call.verb().equals("POST")) {
            throw new OAuthError("invalid_request", "Unsupported request method " + call.verb());
        }
        if (call.query() != null && !call.query().isEmpty()) {
            throw new OAuthError("invalid_request", "URL query parameters are not allowed");
        }
        return switch (text(arguments, "grant_type")) {
            case "authorization_code" -> byCode(arguments, call, context);
            case "refresh_token" -> byRefreshToken(arguments, call, context);
            case "password" -> byPassword(arguments, call, context);
            default -> throw new OAuthError("unsupported_grant_type", "");
        };
    }

    private Map<String, Object> byCode(Arguments arguments, HttpCall call, Context context) {
        if (text(arguments, "code").isEmpty()) {
            throw new OAuthError("invalid_request", "Missing code parameter.");
        }
        Client client = ClientProof.check("", arguments, call, context);
        Codes codes = new Codes(context);
        Code code = codes.find(text(arguments, "code"), client).orElseThrow(TokenRequests::invalid);
        if (!Pkce.proves(text(arguments, "code_verifier"), code.challenge(), code.method())
                || !isEnabled(code.user(), context)) {
            throw invalid();
        }
        String redirect = text(arguments, "redirect_uri");
        if (!(redirect.isEmpty() ? client.defaultRedirect() : redirect).equals(code.redirect())) {
            throw new OAuthError("invalid_request", "Mismatching redirect URI.");
        }
        if (!codes.take(code)) {
            throw invalid();
        }
        List<String> tokens = new Grants(context).create(client, code.user(), code.scopes());
        Map<String, Object> answer = tokens(tokens, code.scopes());
        if (code.scopes().contains(OAuthTokens.OPENID) && !client.secret().isEmpty()) {
            answer.put("id_token", IdToken.of(client, code.user(), code.nonce(), tokens.getFirst(), context));
        }
        return answer;
    }

    private Map<String, Object> byRefreshToken(Arguments arguments, HttpCall call, Context context) {
        String token = text(arguments, "refresh_token");
        if (token.isEmpty()) {
            throw new OAuthError("invalid_request", "Missing refresh token parameter.");
        }
        Grants grants = new Grants(context);
        Grant grant = grants.byRefreshToken(token).filter(Grant::active).orElse(null);
        if (grant == null) {
            engine.run(Context.GUEST, own -> {
                new Grants(own).punishReuse(token); // this call's own writes are undone
                return token;
            });
            throw new DoesNotExistError("This refresh token does not count");
        }
        Client client = ClientProof.check(grant.client(), arguments, call, context);
        List<String> wanted = Client.words(text(arguments, "scope"));
        if (!grant.scopes().containsAll(wanted)) {
            throw new OAuthError("invalid_scope", "");
        }
        if (!isEnabled(grant.user(), context) || !grants.takeRefreshToken(grant)) {
            throw invalid();
        }
        List<String> scopes = wanted.isEmpty() ? grant.scopes() : wanted;
        return tokens(grants.create(client, grant.user(), scopes), scopes);
    }

    private boolean isEnabled(String user, Context context) {
        return engine.permissions().roles().user(user, context).enabled();
    }

    /** For clients of one's own; useless where the user needs a second factor. */
    private Map<String, Object> byPassword(Arguments arguments, HttpCall call, Context context) {
        // First of all: no connection to the database is held while the password is hashed.
        Candidate candidate = credentials.check(text(arguments, "username"), text(arguments, "password"), call);
        Client client = ClientProof.check("", arguments, call, context);
        List<String> wanted = Client.words(text(arguments, "scope"));
        List<String> scopes = wanted.isEmpty() ? client.scopes() : wanted;
        if (!client.allows(scopes)) {
            throw new OAuthError("invalid_scope", "");
        }
        UserAccess user = engine.permissions().roles().user(candidate.user(), context);
        rules.check(user, candidate, call.remoteAddress(), context);
        if (secondFactor.isNeeded(user, call.remoteAddress(), context)) {
            throw invalid();
        }
        return tokens(new Grants(context).create(client, candidate.user(), scopes), scopes);
    }

    private static Map<String, Object> tokens(List<String> tokens, List<String> scopes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", tokens.getFirst());
        answer.put("expires_in", (long) Grants.LIFE_SECONDS);
        answer.put("token_type", "Bearer");
        answer.put("scope", String.join(" ", scopes));
        answer.put("refresh_token", tokens.getLast());
        return answer;
    }

    private static OAuthError invalid() {
        return new OAuthError("invalid_grant", "");
    }

    private static String text(Arguments arguments, String name) {
        return AuthorizationRequest.text(arguments.values(), name);
    }
}
