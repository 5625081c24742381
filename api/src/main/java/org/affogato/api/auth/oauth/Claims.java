package org.affogato.api.auth.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** What OpenID Connect tells of a user. Frappe: {@code get_userinfo}. */
final class Claims {
    private Claims() {}

    static Map<String, @Nullable Object> of(String user, Context context) {
        Map<String, @Nullable Object> row = context.documents()
                .values("User", user, List.of("first_name", "last_name", "email", "user_image"))
                .orElse(Map.of());
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject(user, context));
        claims.put(
                "name",
                Stream.of(text(row, "first_name"), text(row, "last_name"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
        claims.put("given_name", row.get("first_name"));
        claims.put("family_name", row.get("last_name"));
        claims.put("email", row.get("email"));
        claims.put("picture", picture(text(row, "user_image"), context));
        claims.put("roles", List.copyOf(context.as(user).roles()));
        claims.put("iss", context.url(""));
        return claims;
    }

    private static @Nullable String subject(String user, Context context) {
        return context
                .database()
                .query(
                        "SELECT `userid` FROM `tabUser Social Login` WHERE `parent` = ? AND `provider` = 'frappe' LIMIT 1",
                        List.of(user),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String picture(String image, Context context) {
        if (image.isEmpty()) {
            return null;
        }
        return image.matches("(https?|ftps?)://.*") ? image : context.url(image.startsWith("/") ? image : "/" + image);
    }

    private static String text(Map<String, @Nullable Object> row, String name) {
        Object value = row.get(name);
        return value == null ? "" : value.toString();
    }
}
