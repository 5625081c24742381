package org.affogato.api.auth.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.jspecify.annotations.Nullable;

/** Authorization codes: count once, for a short time, for one client. Documents of OAuth Authorization Code. */
final class Codes {
    private static final String DOCTYPE = "OAuth Authorization Code";
    private static final int LIFE_MINUTES = 5;

    private final Context context;

    Codes(Context context) {
        this.context = context;
    }

    /** What a code stands for. */
    record Code(
            String code,
            String user,
            List<String> scopes,
            String redirect,
            String challenge,
            String method,
            String nonce) {}

    String create(AuthorizationRequest request, String user) {
        String code = Tokens.fresh();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("authorization_code", code);
        values.put("client", request.client().id());
        values.put("user", user);
        values.put("scopes", String.join(" ", request.scopes()));
        values.put("redirect_uri_bound_to_authorization_code", request.redirect());
        values.put("validity", "Valid");
        values.put("nonce", orNull(request.nonce()));
        values.put("code_challenge", orNull(request.challenge()));
        values.put("code_challenge_method", request.method());
        Context free = context.with(Flags.NONE.ignoringPermissions());
        free.documents().insert(free.documents().create(DOCTYPE, values));
        return code;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The code, if it was given to the client and still counts. */
    Optional<Code> find(String code, Client client) {
        String sql = "SELECT `user`, `scopes`, `redirect_uri_bound_to_authorization_code`, `code_challenge`,"
                + " `code_challenge_method`, `nonce` FROM `tabOAuth Authorization Code`"
                + " WHERE `name` = ? AND `client` = ? AND `validity` = 'Valid' AND `creation` > ?";
        List<Object> values = List.of(code, client.id(), context.now().minusMinutes(LIFE_MINUTES));
        return context
                .database()
                .query(
                        sql,
                        values,
                        row -> new Code(
                                code,
                                text(row.getString(1)),
                                Client.words(text(row.getString(2))),
                                text(row.getString(3)),
                                text(row.getString(4)),
                                text(row.getString(5)),
                                text(row.getString(6))))
                .stream()
                .findFirst();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Uses the code up; false for all but the first who try. */
    boolean take(Code code) {
        String sql = "UPDATE `tabOAuth Authorization Code` SET `validity` = 'Invalid', `modified` = ?"
                + " WHERE `name` = ? AND `validity` = 'Valid'";
        return context.database().execute(sql, context.now(), code.code()) == 1;
    }
}
