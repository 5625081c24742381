package org.affogato.api.auth.oauth;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.api.auth.BearerTokens;
import org.affogato.api.auth.oauth.Grants.Grant;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.Engine;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.permission.AccessCache;
import org.affogato.engine.permission.AccessScope;
import org.affogato.engine.spi.Context;

/**
 * Access tokens as bearer tokens; no SQL when warm. A token that a user gave for his identity only opens what tells the
 * identity, and nothing else. Frappe: {@code validate_oauth}.
 */
@Singleton
public class OAuthTokens implements BearerTokens {
    /** The cache scope that clients and tokens touch when they change. */
    static final String SCOPE = "oauth";

    static final String OPENID = "openid";
    private static final Set<String> IDENTITY =
            Set.of(OPENID, "profile", "email", "phone", "address", "offline_access");
    private static final String PROFILE = "/api/method/frappe.integrations.oauth2.openid_profile";
    private static final String WHO = "/api/method/frappe.auth.get_logged_user";

    private final Engine engine;
    private final AccessCache<Optional<Grant>> known = new AccessCache<>(50_000, List.of(SCOPE, AccessScope.ACCESS));

    public OAuthTokens(Engine engine) {
        this.engine = engine;
        engine.versions().onChange(SCOPE, known::clear);
        engine.versions().onChange(AccessScope.ACCESS, known::clear);
    }

    @Override
    public Optional<String> user(String token, HttpCall call, Context context) {
        return known.get(token, context, () -> usable(token, context))
                .filter(grant -> grant.end().isAfter(context.now()))
                .filter(grant ->
                        engine.permissions().roles().user(grant.user(), context).enabled())
                .map(grant -> permitted(grant, call).user());
    }

    private static Optional<Grant> usable(String token, Context context) {
        return new Grants(context)
                .byAccessToken(token)
                .filter(Grant::active)
                .filter(grant -> Client.find(grant.client(), context)
                        .filter(client -> client.allows(grant.scopes()))
                        .isPresent());
    }

    private static Grant permitted(Grant grant, HttpCall call) {
        boolean identityOnly = IDENTITY.containsAll(grant.scopes());
        boolean asksIdentity = call.path().equals(PROFILE) || call.path().equals(WHO);
        if (identityOnly && !asksIdentity) {
            throw new PermissionError("This token tells who its user is and opens nothing else");
        }
        if (call.path().equals(PROFILE) && !grant.scopes().contains(OPENID)) {
            throw new PermissionError("This token lacks the scope openid");
        }
        return grant;
    }
}
