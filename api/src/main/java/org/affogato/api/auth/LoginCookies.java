package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.affogato.api.request.HttpCall;
import org.affogato.engine.permission.UserAccess;

/** The cookies that Frappe's clients read: {@code sid}, and who is there in clear. Frappe: {@code CookieManager}. */
@Singleton
public class LoginCookies {
    static final String SESSION = "sid";

    private static final Duration LIFE = Duration.ofDays(3);
    private static final List<String> ALL = List.of("full_name", "user_id", SESSION, "user_image", "system_user");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Clock clock = Clock.systemUTC();

    /** The session's id as the caller sent it; empty for none. */
    static String sid(HttpCall call) {
        String sid = call.cookie(SESSION);
        return sid.equals("Guest") ? "" : sid;
    }

    void set(HttpCall call, String sid, UserAccess user) {
        String tail = (call.isSecure() ? "; Secure" : "") + "; Path=/; SameSite=Lax";
        String hidden = (call.isSecure() ? "; Secure" : "") + "; HttpOnly; Path=/; SameSite=Lax";
        call.setCookie(SESSION + "=" + sid + "; Expires=" + inDays(LIFE) + hidden);
        call.setCookie("system_user=" + (user.isSystemUser() ? "yes" : "no") + tail);
        call.setCookie("full_name=" + quote(user.fullName()) + tail);
        call.setCookie("user_id=" + quote(user.name()) + tail);
        call.setCookie("user_image=" + quote(user.userImage()) + tail);
    }

    /** What a visitor without a login gets. */
    void setGuest(HttpCall call) {
        set(call, "Guest", UserAccess.GUEST);
    }

    /** Takes them all away. */
    void clear(HttpCall call) {
        for (String name : ALL) {
            call.setCookie(name + "=; Expires=" + inDays(Duration.ofDays(-1)) + "; Path=/");
        }
    }

    private String inDays(Duration from) {
        return DATE.format(
                ZonedDateTime.now(clock).withZoneSameInstant(ZoneOffset.UTC).plus(from));
    }

    private static String quote(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
