package org.affogato.api.auth.oauth;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.auth.RateLimits;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.Host;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/**
 * A program makes its own OAuth Client (RFC 7591), as clients of the Model Context Protocol do; Frappe 16 has the method
 * under the same name. It belongs to Guest, by which {@link Client} knows it, and goes when no user has granted it
 * anything.
 */
@Singleton
public class RegistrationMethods implements WhitelistedMethods {
    static final String METHOD = "frappe.integrations.oauth2.register_client";
    private static final int AN_HOUR = 20;

    private final OAuthSettings settings;
    private final RateLimits limits;

    public RegistrationMethods(OAuthSettings settings, RateLimits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Whitelisted(value = METHOD, verbs = "POST")
    @Requires(access = Access.GUEST)
    public void register(Context context, Arguments arguments, @Host HttpCall call) {
        if (!settings.registration()) {
            throw new PermissionError("Programs cannot register themselves here; an administrator makes OAuth Clients");
        }
        limits.count("oauth registration", call, AN_HOUR, Duration.ofHours(1));
        call.setHeader("Cache-Control", "no-store");
        try {
            Registration wanted = Registration.of(arguments.values());
            OAuthAnswer.write(made(wanted, context), context);
            context.answer().status(201);
        } catch (OAuthError error) {
            OAuthAnswer.refuseClient(error, context);
        } catch (ValidationError unfit) {
            OAuthAnswer.refuseClient(new OAuthError("invalid_redirect_uri", unfit.getMessage()), context);
        }
    }

    private static Map<String, Object> made(Registration wanted, Context context) {
        Context free = context.with(Flags.NONE.ignoringPermissions());
        Document client = free.documents().insert(free.documents().createWithDefaults(Client.DOCTYPE, wanted.values()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("client_id", client.name());
        answer.put(
                "client_id_issued_at",
                ZonedDateTime.of(context.now(), context.timeZone()).toEpochSecond());
        if (!wanted.isPublic()) {
            answer.put("client_secret", client.text("client_secret"));
            answer.put("client_secret_expires_at", 0L);
        }
        answer.putAll(wanted.described());
        return answer;
    }
}
