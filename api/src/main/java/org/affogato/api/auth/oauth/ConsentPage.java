package org.affogato.api.auth.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.auth.Session;
import org.affogato.api.auth.page.Page;
import org.affogato.api.request.Reply;

/** Asks a user whether a client may act for him. */
final class ConsentPage {
    private static final String SELF_MADE =
            "<p class=\"warning\">This program registered itself; nobody here vouches for its"
                    + " name. Go on only if you have just started it.</p>";
    private static final List<String> IDENTITY = List.of("Full Name", "Email", "User Image", "Roles");

    private final Page page = Page.named("consent");

    Reply of(AuthorizationRequest request, Session session, String ticket) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("app", request.client().appName());
        parts.put("user", session.user());
        parts.put("host", host(request.redirect()));
        parts.put("deny", denied(request));
        Map<String, String> markup = new LinkedHashMap<>();
        markup.put("warning", request.client().isSelfMade() ? SELF_MADE : "");
        markup.put("scopes", scopes(request.scopes()));
        markup.put("fields", fields(request, session, ticket));
        return page.fill(parts, markup);
    }

    private static String host(String redirect) {
        String host = URI.create(redirect).getHost();
        return host == null ? redirect : host;
    }

    private static String denied(AuthorizationRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", "access_denied");
        if (!request.state().isEmpty()) {
            parameters.put("state", request.state());
        }
        return Address.with(request.redirect(), parameters);
    }

    private static String scopes(List<String> scopes) {
        List<String> shown = new ArrayList<>(scopes);
        if (shown.remove(OAuthTokens.OPENID)) {
            shown.addAll(IDENTITY);
        }
        StringBuilder items = new StringBuilder();
        for (String scope : shown) {
            String text = scope.equals("all") ? "Everything that you may do here" : scope;
            items.append("<li>").append(Page.escaped(text)).append("</li>");
        }
        return items.toString();
    }

    private static String fields(AuthorizationRequest request, Session session, String ticket) {
        Map<String, String> values = new LinkedHashMap<>(request.parameters());
        values.put(ConsentTicket.FIELD, ticket);
        if (session.hasCsrfToken()) {
            values.put("csrf_token", session.csrfToken());
        }
        StringBuilder fields = new StringBuilder();
        values.forEach((name, value) -> fields.append("<input type=\"hidden\" name=\"")
                .append(Page.escaped(name))
                .append("\" value=\"")
                .append(Page.escaped(value))
                .append("\">\n"));
        return fields.toString();
    }
}
