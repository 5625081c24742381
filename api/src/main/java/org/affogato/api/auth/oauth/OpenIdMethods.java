package org.affogato.api.auth.oauth;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Who a user is, and where a client finds what. Frappe: {@code openid_profile}, {@code openid_configuration}. */
@Singleton
public class OpenIdMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.integrations.oauth2.";

    private final OAuthSettings settings;

    public OpenIdMethods(OAuthSettings settings) {
        this.settings = settings;
    }

    @Whitelisted(MODULE + "openid_profile")
    @Requires(access = Access.OWN_DATA)
    public void profile(Context context) {
        OAuthAnswer.write(Claims.of(context.user(), context), context);
    }

    @Whitelisted(MODULE + "openid_configuration")
    @Requires(access = Access.GUEST)
    public void configuration(Context context) {
        Map<String, Object> keys = new LinkedHashMap<>();
        String methods = context.url("/api/method/" + MODULE);
        keys.put("issuer", context.url(""));
        keys.put("authorization_endpoint", methods + "authorize");
        keys.put("token_endpoint", methods + "get_token");
        keys.put("userinfo_endpoint", methods + "openid_profile");
        keys.put("revocation_endpoint", methods + "revoke_token");
        keys.put("introspection_endpoint", methods + "introspect_token");
        if (settings.registration()) {
            keys.put("registration_endpoint", context.url("/api/method/" + RegistrationMethods.METHOD));
        }
        keys.put("response_types_supported", List.of("code"));
        keys.put("grant_types_supported", List.of("authorization_code", "refresh_token", "password"));
        keys.put("code_challenge_methods_supported", List.of("S256", "plain"));
        keys.put("token_endpoint_auth_methods_supported", List.of("none", "client_secret_basic", "client_secret_post"));
        keys.put("subject_types_supported", List.of("public"));
        keys.put("id_token_signing_alg_values_supported", List.of("HS256"));
        OAuthAnswer.write(keys, context);
    }
}
