package org.affogato.api.auth.oauth;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.Session;
import org.affogato.api.request.HttpCall;
import org.affogato.api.request.Reply;
import org.affogato.engine.error.CSRFTokenError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Where a user lets a client act for him. Only he himself can, in a session and by the page that asks him: a link that
 * leads straight to the grant ends at that page. Frappe: {@code authorize}, {@code approve}.
 */
@Singleton
public class AuthorizeMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.integrations.oauth2.";
    private static final String AUTHORIZE = "/api/method/" + MODULE + "authorize";

    private final ConsentPage page = new ConsentPage();

    /** Asks the user; who has no session logs in first. */
    @Whitelisted(value = MODULE + "authorize", commitsOnGet = true)
    @Requires(access = Access.GUEST)
    public @Nullable Object authorize(Context context, Arguments arguments, @Host HttpCall call) {
        try {
            AuthorizationRequest request = AuthorizationRequest.of(arguments.values(), context);
            Optional<Session> session = session(call, context);
            if (session.isEmpty()) {
                String back = Address.with(AUTHORIZE, request.parameters());
                return Reply.redirect(Address.with("/login", Map.of("redirect-to", back)));
            }
            if (request.client().skipsConsent() || isKnown(request, context)) {
                return grant(request, context);
            }
            return page.of(request, session.get(), ConsentTicket.seal(request, session.get(), context));
        } catch (OAuthError error) {
            return OAuthAnswer.refuse(error, context);
        }
    }

    /** The session of this call; empty where the user is known by a header, which no browser sends by itself. */
    private static Optional<Session> session(HttpCall call, Context context) {
        return call.attached(Session.class).filter(found -> found.user().equals(context.user()));
    }

    /** Sites may ask once only: where the user granted the client as much before. */
    private static boolean isKnown(AuthorizationRequest request, Context context) {
        Object how = context.documents().single("OAuth Provider Settings", "skip_authorization");
        return "Auto".equals(how)
                && context
                        .database()
                        .query(
                                "SELECT `scopes` FROM `tabOAuth Bearer Token`"
                                        + " WHERE `client` = ? AND `user` = ? AND `status` = 'Active'",
                                List.of(request.client().id(), context.user()),
                                row -> Client.words(String.valueOf(row.getString(1))))
                        .stream()
                        .anyMatch(scopes -> scopes.containsAll(request.scopes()));
    }

    private static Reply grant(AuthorizationRequest request, Context context) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", new Codes(context).create(request, context.user()));
        if (!request.state().isEmpty()) {
            parameters.put("state", request.state());
        }
        return Reply.redirect(Address.with(request.redirect(), parameters));
    }

    /** Takes the user's yes from the page that asked. */
    @Whitelisted(MODULE + "approve")
    @Requires(access = Access.ANY_USER)
    public @Nullable Object approve(Context context, Arguments arguments, @Host HttpCall call) {
        try {
            AuthorizationRequest request = AuthorizationRequest.of(arguments.values(), context);
            if (!call.changes()) {
                return Reply.redirect(Address.with(AUTHORIZE, request.parameters()));
            }
            Session session = session(call, context)
                    .orElseThrow(() -> new PermissionError("Only a user who is logged in may allow this"));
            if (!ConsentTicket.isValid(text(arguments), request, session, context)) {
                throw new CSRFTokenError("Invalid Request");
            }
            return grant(request, context);
        } catch (OAuthError error) {
            return OAuthAnswer.refuse(error, context);
        }
    }

    private static String text(Arguments arguments) {
        return AuthorizationRequest.text(arguments.values(), ConsentTicket.FIELD);
    }
}
