package org.affogato.api.auth;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private volatile Expiry latest = new Expiry(0, "");

    /** A second as cookies write it; all calls within it share the text. */
    private record Expiry(long second, String text) {}

    /** The session's id as the caller sent it; empty for none. */
    static String sid(HttpCall call) {
        String sid = call.cookie(SESSION);
        return sid.equals("Guest") ? "" : sid;
    }

    void set(HttpCall call, String sid, UserAccess user) {
        String tail = (call.isSecure() ? "; Secure" : "") + "; Path=/; SameSite=Lax";
        String hidden = (call.isSecure() ? "; Secure" : "") + "; HttpOnly; Path=/; SameSite=Lax";
        call.setCookies(List.of(
                SESSION + "=" + sid + "; Expires=" + endOfLife() + hidden,
                "system_user=" + (user.isSystemUser() ? "yes" : "no") + tail,
                "full_name=" + quote(user.fullName()) + tail,
                "user_id=" + quote(user.name()) + tail,
                "user_image=" + quote(user.userImage()) + tail));
    }

    /** What a visitor without a login gets. */
    void setGuest(HttpCall call) {
        set(call, "Guest", UserAccess.GUEST);
    }

    /** Takes them all away. */
    void clear(HttpCall call) {
        String past = date(clock.instant().minus(Duration.ofDays(1)).getEpochSecond());
        call.setCookies(ALL.stream()
                .map(name -> name + "=; Expires=" + past + "; Path=/")
                .toList());
    }

    private String endOfLife() {
        long second = clock.instant().plus(LIFE).getEpochSecond();
        Expiry known = latest;
        if (known.second != second) {
            known = new Expiry(second, date(second));
            latest = known;
        }
        return known.text;
    }

    private static String date(long second) {
        return DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    private static String quote(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~")
                .replace("*", "%2A");
    }
}
