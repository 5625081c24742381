package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys in the Authorization header. */
@QuarkusTest
class HeaderCredentialsTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    @Inject
    Engine engine;

    private String user;

    @BeforeEach
    void makeUser() {
        user = accounts.user("keys" + System.nanoTime(), "System Manager");
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .save(context.documents()
                                .get("User", user)
                                .set("api_key", "key-" + user)
                                .set("api_secret", "secret")));
    }

    private Visitor by(String authorization) {
        return new Visitor(base).with("Authorization", authorization);
    }

    @Test
    void takesKeysInBothForms() throws Exception {
        String pair = "key-" + user + ":secret";
        assertThat(by("Token " + pair).whoAmI().text("message")).isEqualTo(user);
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(by("Basic " + encoded).whoAmI().text("message")).isEqualTo(user);
        assertThat(by("Basic !!!").whoAmI().status()).isEqualTo(401);
        assertThat(by("Basic abc").whoAmI().text("exc_type")).isEqualTo("InvalidAuthorizationToken");
        assertThat(by("token key-" + user + ":").whoAmI().status()).isEqualTo(401);
        assertThat(by("Digest " + pair).whoAmI().status()).isEqualTo(401);
    }

    @Test
    void takesNoFormThatIsNearlyRight() throws Exception {
        String key = "key-" + user;
        for (String pair : List.of(
                key,
                key + ":",
                ":secret",
                ":",
                key + "::secret",
                key + ":secret:",
                key + ":secret:x",
                key + ":SECRET",
                key + ":secre",
                key + ":secret\u0000",
                user + ":secret",
                "%:secret",
                key.toUpperCase(Locale.ROOT) + ":wrong",
                "' OR ''=':secret",
                "None:None")) {
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            assertThat(by("Basic " + encoded).whoAmI().status()).as(pair).isEqualTo(401);
            if (!pair.contains("\u0000") && !pair.contains(" ")) {
                assertThat(by("token " + pair).whoAmI().status()).as(pair).isEqualTo(401);
                assertThat(by("Bearer " + pair).whoAmI().status()).as(pair).isEqualTo(401);
            }
        }
    }

    /** Such a header names nobody: the caller is a visitor, as with Frappe. */
    @Test
    void takesHeadersOfOtherThanTwoWordsForNone() throws Exception {
        String pair = "key-" + user + ":secret";
        for (String header : List.of(
                pair, "token", "token  " + pair, "token " + pair + " x", "token: " + pair + " ", "token\t" + pair)) {
            assertThat(by(header).whoAmI().status()).as(header).isIn(401, 403);
        }
    }

    @Test
    void endsKeysOfADisabledUser() throws Exception {
        String pair = "token key-" + user + ":secret";
        assertThat(by(pair).whoAmI().status()).isEqualTo(200);
        accounts.change(user, "enabled", 0L);
        assertThat(by(pair).whoAmI().status()).isEqualTo(401);
    }

    @Test
    void takesKeysOfAnotherDoctypeThatNamesAUser() throws Exception {
        String doctype = "Robot " + System.nanoTime();
        engine.run(Context.ADMINISTRATOR, context -> {
            List<Map<String, Object>> fields = List.of(
                    Map.of("fieldname", "api_key", "fieldtype", "Data", "label", "Key"),
                    Map.of("fieldname", "api_secret", "fieldtype", "Password", "label", "Secret"),
                    Map.of("fieldname", "user", "fieldtype", "Link", "options", "User", "label", "User"));
            Map<String, Object> definition = Map.of(
                    "name", doctype, "module", "Custom", "custom", 1, "fields", fields, "permissions", List.of());
            return context.documents().insert(context.documents().createWithDefaults("DocType", definition));
        });
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .insert(context.documents()
                                .create(doctype, Map.of("api_key", "robot", "api_secret", "oil", "user", user))));
        assertThat(by("token robot:oil")
                        .with("Frappe-Authorization-Source", doctype)
                        .whoAmI()
                        .text("message"))
                .isEqualTo(user);
        assertThat(by("token robot:rust")
                        .with("Frappe-Authorization-Source", doctype)
                        .whoAmI()
                        .status())
                .isEqualTo(401);
        for (String other : List.of("ToDo", "No Such DocType", "System Settings", "User` --")) {
            assertThat(by("token robot:oil")
                            .with("Frappe-Authorization-Source", other)
                            .whoAmI()
                            .status())
                    .isEqualTo(401);
        }
    }
}
