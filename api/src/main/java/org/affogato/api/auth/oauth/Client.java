package org.affogato.api.auth.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/**
 * A program that users let act for them: an OAuth Client.
 *
 * @param redirects addresses to which users may be led back, compared to the letter
 * @param skipsConsent whether it is trusted without asking the user
 * @param isSelfMade whether the program registered itself, so that nobody vouches for its name
 */
record Client(
        String id,
        String secret,
        String appName,
        List<String> scopes,
        List<String> redirects,
        String defaultRedirect,
        boolean skipsConsent,
        boolean isSelfMade) {
    static final String DOCTYPE = "OAuth Client";

    static Optional<Client> find(String id, Context context) {
        return id.isEmpty()
                ? Optional.empty()
                : context.documents().find(DOCTYPE, id).map(Client::of);
    }

    private static Client of(Document client) {
        List<String> redirects = new ArrayList<>(words(client.text("redirect_uris")));
        if (redirects.isEmpty()) {
            redirects.add(client.text("default_redirect_uri"));
        }
        return new Client(
                client.name(),
                client.text("client_secret"),
                client.text("app_name"),
                words(client.text("scopes")),
                List.copyOf(redirects),
                client.text("default_redirect_uri"),
                client.check("skip_authorization"),
                client.text("owner").equals(Context.GUEST));
    }

    /** Words between blanks and line ends. */
    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    boolean allows(List<String> wanted) {
        return scopes.containsAll(wanted);
    }
}
