package org.affogato.api.auth.oauth;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.auth.oauth.Grants.Grant;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** What clients do with codes and tokens. Frappe: {@code integrations/oauth2.py}. */
@Singleton
public class TokenMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.integrations.oauth2.";
    private static final int A_MINUTE = 300;

    private final Provider<Engine> engine; // made after the methods
    private final Provider<TokenRequests> requests;
    private final RateLimits limits;

    public TokenMethods(Provider<Engine> engine, Provider<TokenRequests> requests, RateLimits limits) {
        this.engine = engine;
        this.requests = requests;
        this.limits = limits;
    }

    @Whitelisted(MODULE + "get_token")
    @Requires(access = Access.GUEST)
    public void getToken(Context context, Arguments arguments, @Host HttpCall call) {
        limits.count("oauth token", call, A_MINUTE, Duration.ofMinutes(1));
        call.setHeader("Cache-Control", "no-store");
        try {
            OAuthAnswer.write(requests.get().answer(arguments, call, context), context);
        } catch (OAuthError error) {
            OAuthAnswer.refuseClient(error, context);
        }
    }

    /** Ends a token. The answer is the same for one that is not there. */
    @Whitelisted(value = MODULE + "revoke_token", verbs = "POST")
    @Requires(access = Access.GUEST)
    public void revokeToken(
            Context context, Arguments arguments, @Host HttpCall call, @Argument(otherwise = "") String token) {
        limits.count("oauth token", call, A_MINUTE, Duration.ofMinutes(1));
        if (token.isEmpty()) {
            context.answer().status(400);
            return;
        }
        Grants grants = new Grants(context);
        Optional<Grant> grant = grants.byAccessToken(token).or(() -> grants.byRefreshToken(token));
        try {
            if (grant.isPresent()) {
                ClientProof.check(grant.get().client(), arguments, call, context);
                grants.revoke(grant.get());
            }
        } catch (OAuthError error) {
            OAuthAnswer.refuseClient(error, context);
        }
    }

    /** What a token grants, for whoever has it. Of one that does not count only that is told. */
    @Whitelisted(MODULE + "introspect_token")
    @Requires(access = Access.GUEST)
    public void introspectToken(
            Context context,
            @Host HttpCall call,
            @Argument(otherwise = "") String token,
            @Argument(otherwise = "access_token") String tokenTypeHint) {
        limits.count("oauth token", call, A_MINUTE, Duration.ofMinutes(1));
        Grants grants = new Grants(context);
        Optional<Grant> grant = tokenTypeHint.equals("refresh_token")
                ? grants.byRefreshToken(token)
                : grants.byAccessToken(token).filter(found -> found.end().isAfter(context.now()));
        Optional<Client> client = grant.flatMap(found -> Client.find(found.client(), context));
        if (client.isEmpty() || !isAlive(grant.get(), context)) {
            context.answer().set("active", false);
            return;
        }
        OAuthAnswer.write(description(grant.get(), client.get(), context), context);
    }

    private boolean isAlive(Grant grant, Context context) {
        return grant.active()
                && engine.get()
                        .permissions()
                        .roles()
                        .user(grant.user(), context)
                        .enabled();
    }

    private static Map<String, @Nullable Object> description(Grant grant, Client client, Context context) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("client_id", client.id());
        keys.put("trusted_client", client.skipsConsent() ? 1L : 0L);
        keys.put("active", true);
        keys.put("exp", ZonedDateTime.of(grant.end(), context.timeZone()).toEpochSecond());
        keys.put("scope", String.join(" ", grant.scopes()));
        if (grant.scopes().contains(OAuthTokens.OPENID)) {
            keys.putAll(Claims.of(grant.user(), context));
        }
        return keys;
    }

    /** Ends what the caller granted to a client. */
    @Whitelisted(value = "frappe.www.third_party_apps.delete_client", verbs = "POST")
    @Requires(access = Access.OWN_DATA)
    public void deleteClient(Context context, String clientId) {
        new Grants(context).revokeAll(clientId, context.user());
    }
}
