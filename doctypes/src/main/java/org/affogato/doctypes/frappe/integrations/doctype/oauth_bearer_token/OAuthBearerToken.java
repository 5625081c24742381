package org.affogato.doctypes.frappe.integrations.doctype.oauth_bearer_token;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** What a program shows to act for a user; runs out by itself. */
public final class OAuthBearerToken implements DocumentController {
    @Override
    public String doctype() {
        return "OAuth Bearer Token";
    }

    @Override
    public void validate(Document token, Context context) {
        if (token.get("expiration_time") == null) {
            token.set("expiration_time", context.now().plusSeconds(token.integer("expires_in")));
        }
    }

    @Override
    public void onUpdate(Document token, Context context) {
        if (token.before() != null) {
            context.touch("oauth");
        }
    }

    @Override
    public void onTrash(Document token, Context context) {
        context.touch("oauth");
    }
}
