package org.affogato.api.auth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.affogato.api.auth.Accounts;
import org.affogato.api.auth.Visitor;
import org.affogato.api.auth.Visitor.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visitors who make themselves users. */
@QuarkusTest
class SignUpTest {
    private static final String SIGN_UP = "/api/method/frappe.core.doctype.user.user.sign_up";

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    private Answer signUp(Visitor visitor, String email, String name) throws Exception {
        return visitor.post(SIGN_UP, "email", email, "full_name", name, "redirect_to", "https://evil.example/");
    }

    /** Sign-ups end after so many new users in an hour; those whom other tests made are not meant. */
    @BeforeEach
    void ageOtherUsers() {
        accounts.execute("UPDATE `tabUser` SET `creation` = '2001-01-01'");
    }

    @AfterEach
    void close() {
        accounts.set("Website Settings", Map.of("disable_signup", 1L));
    }

    @Test
    void isOffUntilTheSiteAllowsIt() throws Exception {
        assertThat(signUp(new Visitor(base).from("203.0.113.1"), accounts.address("early"), "Early")
                        .status())
                .isEqualTo(417);
        assertThat(accounts.value("SELECT `name` FROM `tabUser` WHERE `name` = ?", accounts.address("early")))
                .isEmpty();
    }

    @Test
    void makesAWebsiteUserWhoIsWrittenTo() throws Exception {
        accounts.set("Website Settings", Map.of("disable_signup", 0L));
        accounts.forgetMails();
        Answer made = signUp(
                new Visitor(base).from("203.0.113.2"),
                accounts.address("new").replace("example", "Example"),
                "New <b>One</b>");
        assertThat(made.json().at("/message/0").asInt()).isEqualTo(1);
        accounts.inMailTo(accounts.address("new"), "update-password\\?key=(\\w+)");
        assertThat(accounts.value(
                        "SELECT CONCAT_WS('|', `user_type`, `enabled`, `first_name`, `redirect_url`) FROM `tabUser` WHERE `name` = ?",
                        accounts.address("new")))
                .isEqualTo("Website User|1|New &lt;b&gt;One&lt;/b&gt;|");
    }

    @Test
    void tellsOnlyTheOwnerThatThereIsAnAccount() throws Exception {
        String known = accounts.user("signed-up-before");
        accounts.set("Website Settings", Map.of("disable_signup", 0L));
        accounts.forgetMails();
        Visitor visitor = new Visitor(base).from("203.0.113.3");
        Answer fresh = signUp(visitor, accounts.address("signed-up-now"), "Now");
        Answer again = signUp(visitor, known, "Again");
        assertThat(again.status()).isEqualTo(fresh.status());
        assertThat(again.body()).isEqualTo(fresh.body());
        accounts.inMailTo(known, "(You have an account there)");
    }
}
