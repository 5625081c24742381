package org.affogato.doctypes.frappe.integrations.doctype.oauth_client;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A program that users let act for them. Its secret also signs identity tokens, so it is a long one. */
public final class OAuthClient implements DocumentController {
    private static final int SECRET_BYTES = 32;

    /** Schemes that a browser runs or reads rather than follows. */
    private static final List<String> REFUSED = List.of("javascript", "data", "vbscript", "file", "blob", "about");

    @Override
    public String doctype() {
        return "OAuth Client";
    }

    @Override
    public void validate(Document client, Context context) {
        client.set("client_id", client.name());
        if (client.text("client_secret").isEmpty()) {
            client.set("client_secret", newSecret());
        }
        checkGrant(client);
        String all = client.text("redirect_uris") + " " + client.text("default_redirect_uri");
        for (String address : all.strip().split("\\s+")) {
            checkRedirect(address);
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void checkGrant(Document client) {
        String wanted = client.text("grant_type").equals("Implicit") ? "Token" : "Code";
        if (!client.text("grant_type").isEmpty()
                && !client.text("response_type").equals(wanted)) {
            throw new ValidationError("Grant Type " + client.text("grant_type") + " does not go with Response Type "
                    + client.text("response_type"));
        }
    }

    private static void checkRedirect(String address) {
        String scheme = address.contains(":") ? address.substring(0, address.indexOf(':')) : "";
        if (REFUSED.contains(scheme.toLowerCase(Locale.ROOT)) || !isAbsolute(address)) {
            throw new ValidationError(address + " is no address that a browser can be sent to");
        }
    }

    private static boolean isAbsolute(String address) {
        try {
            return URI.create(address).isAbsolute() && !address.contains("#");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Override
    public void onUpdate(Document client, Context context) {
        context.touch("oauth");
    }

    @Override
    public void onTrash(Document client, Context context) {
        context.touch("oauth");
    }
}
