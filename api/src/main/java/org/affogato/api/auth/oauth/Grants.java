package org.affogato.api.auth.oauth;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.api.auth.Digests;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Flags;
import org.jspecify.annotations.Nullable;

/** Access and refresh tokens: documents of OAuth Bearer Token, as an existing site has them. */
final class Grants {
    static final int LIFE_SECONDS = 3600;
    private static final String DOCTYPE = "OAuth Bearer Token";
    private static final String COLUMNS =
            "SELECT `name`, `client`, `user`, `scopes`, `expiration_time`, `status`, `refresh_token` FROM `tabOAuth Bearer Token` WHERE ";

    /** A refresh token that was used is kept as its digest under this mark, so that a second use shows. */
    private static final String USED = "~";

    /** A client whose answer got lost asks again: not every second use is a theft. */
    private static final Duration LENIENCE = Duration.ofSeconds(30);

    private final Context context;

    Grants(Context context) {
        this.context = context;
    }

    /** A pair of tokens and what it grants. */
    record Grant(
            String accessToken,
            String client,
            String user,
            List<String> scopes,
            LocalDateTime end,
            boolean active,
            String refreshToken) {}

    /** Makes new tokens; answers the refresh token after the access token. */
    List<String> create(Client client, String user, List<String> scopes) {
        String access = Tokens.fresh();
        String refresh = Tokens.fresh();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("client", client.id());
        values.put("user", user);
        values.put("scopes", String.join(" ", scopes));
        values.put("access_token", access);
        values.put("refresh_token", refresh);
        values.put("expires_in", (long) LIFE_SECONDS);
        values.put("status", "Active");
        Context free = context.with(Flags.NONE.ignoringPermissions());
        free.documents().insert(free.documents().create(DOCTYPE, values));
        return List.of(access, refresh);
    }

    Optional<Grant> byAccessToken(String token) {
        return read("`name`", token).filter(grant -> grant.accessToken().equals(token));
    }

    Optional<Grant> byRefreshToken(String token) {
        return token.startsWith(USED)
                ? Optional.empty()
                : read("`refresh_token`", token)
                        .filter(grant -> grant.refreshToken().equals(token));
    }

    /** The column compares as names do, without regard to case: the caller looks again. */
    private Optional<Grant> read(String column, String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return context
                .database()
                .query(
                        COLUMNS + column + " = ? LIMIT 1",
                        List.of(token),
                        row -> new Grant(
                                row.getString(1),
                                text(row.getString(2)),
                                text(row.getString(3)),
                                Client.words(text(row.getString(4))),
                                Optional.ofNullable(row.getObject(5, LocalDateTime.class))
                                        .orElse(LocalDateTime.MIN),
                                "Active".equals(row.getString(6)),
                                text(row.getString(7))))
                .stream()
                .findFirst();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Uses the refresh token up; false for all but the first who try. */
    boolean takeRefreshToken(Grant grant) {
        String sql = "UPDATE `tabOAuth Bearer Token` SET `refresh_token` = ?, `modified` = ?"
                + " WHERE `name` = ? AND `refresh_token` = ? AND `status` = 'Active'";
        String mark = used(grant.refreshToken());
        return context.database().execute(sql, mark, context.now(), grant.accessToken(), grant.refreshToken()) == 1;
    }

    /** Where a refresh token that was used comes again, somebody has a copy: all tokens of its client and user end. */
    void punishReuse(String token) {
        context.database()
                .query(
                        "SELECT `client`, `user` FROM `tabOAuth Bearer Token` WHERE `refresh_token` = ? AND `modified` < ?",
                        used(token),
                        context.now().minus(LENIENCE))
                .forEach(row -> context.database()
                        .execute(
                                "UPDATE `tabOAuth Bearer Token` SET `status` = 'Revoked' WHERE `client` = ? AND `user` = ?",
                                row.get("client"),
                                row.get("user")));
        context.touch(OAuthTokens.SCOPE);
    }

    private static String used(String token) {
        return USED + Digests.hex(token);
    }

    void revoke(Grant grant) {
        String sql = "UPDATE `tabOAuth Bearer Token` SET `status` = 'Revoked', `modified` = ? WHERE `name` = ?";
        context.database().execute(sql, context.now(), grant.accessToken());
        context.touch(OAuthTokens.SCOPE);
    }

    /** Ends what a user granted to a client. */
    void revokeAll(String client, String user) {
        String sql = "UPDATE `tabOAuth Bearer Token` SET `status` = 'Revoked', `modified` = ?"
                + " WHERE `client` = ? AND `user` = ? AND `status` = 'Active'";
        context.database().execute(sql, context.now(), client, user);
        context.touch(OAuthTokens.SCOPE);
    }
}
