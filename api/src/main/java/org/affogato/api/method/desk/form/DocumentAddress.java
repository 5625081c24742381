package org.affogato.api.method.desk.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocRef;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The mail address that files what is sent to it with a document, where the site receives mail so. */
final class DocumentAddress {
    private final Context context;

    DocumentAddress(Context context) {
        this.context = context;
    }

    @Nullable
    String of(DocRef place) {
        List<Map<String, @Nullable Object>> accounts = context.database()
                .query("SELECT email_id FROM {Email Account} WHERE enable_incoming = 1 AND enable_automatic_linking = 1"
                        + " ORDER BY modified DESC LIMIT 1");
        Object address = accounts.isEmpty() ? null : accounts.getFirst().get("email_id");
        int at = address == null ? -1 : address.toString().indexOf('@');
        if (at < 0) {
            return null;
        }
        String text = String.valueOf(address);
        return text.substring(0, at) + "+" + encoded(place.doctype()) + "=" + encoded(place.name())
                + text.substring(at);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
