package org.affogato.doctypes.frappe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows from users, their profiles and the settings about them. */
class UserAccountTest {
    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static AppSite site;

    @BeforeAll
    static void prepare() {
        site = SITE.get();
    }

    private static Document insert(String doctype, Map<String, Object> values) {
        return site.asAdministrator(
                context -> context.documents().insert(context.documents().createWithDefaults(doctype, values)));
    }

    private static Document change(String doctype, String name, String field, Object value) {
        return site.asAdministrator(context ->
                context.documents().save(context.documents().get(doctype, name).set(field, value)));
    }

    private static Document user(String email, Object... more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", email);
        values.put("first_name", "Ann");
        values.put("send_welcome_email", 0);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i].toString(), more[i + 1]);
        }
        return insert("User", values);
    }

    @Test
    void givesNewUsersASubjectAndNotificationSettings() {
        Document user = user("subject@example.com");
        assertThat(user.rows("social_logins")).singleElement().satisfies(row -> {
            assertThat(row.text("provider")).isEqualTo("frappe");
            assertThat(row.text("userid")).matches("[0-9a-f]{39}");
        });
        change("User", user.name(), "enabled", 0L);
        assertThat(site.count("SELECT enabled FROM {Notification Settings} WHERE name = ?", user.name()))
                .isZero();
        Document again = change("User", user.name(), "enabled", 1L);
        assertThat(site.count("SELECT enabled FROM {Notification Settings} WHERE name = ?", user.name()))
                .isEqualTo(1);
        assertThat(again.rows("social_logins")).hasSize(1);
    }

    private static Document contactOf(String email) {
        return site.asAdministrator(context -> {
            String sql = "SELECT parent FROM {Contact Email} WHERE email_id = ?";
            List<String> names = context.database().query(sql, List.of(email), row -> row.getString(1));
            assertThat(names).hasSize(1);
            return context.documents().get("Contact", names.getFirst());
        });
    }

    @Test
    void showsUsersAmongTheContacts() {
        String name = user("listed@example.com", "last_name", "Lee", "phone", "+49 30 1234567")
                .name();
        Document contact = contactOf(name);
        assertThat(contact.text("full_name")).isEqualTo("Ann Lee");
        assertThat(contact.text("user")).isEqualTo(name);
        assertThat(contact.text("email_id")).isEqualTo(name);
        assertThat(contact.text("phone")).isEqualTo("+49 30 1234567");
        change("User", name, "last_name", "Marsh");
        change("User", name, "phone", "+49 30 7654321");
        change("User", name, "mobile_no", "+49 170 1234567");
        contact = contactOf(name);
        assertThat(contact.text("full_name")).isEqualTo("Ann Marsh");
        assertThat(contact.text("phone")).isEqualTo("+49 30 1234567");
        assertThat(contact.text("mobile_no")).isEqualTo("+49 170 1234567");
        assertThat(contact.rows("phone_nos")).hasSize(3);
    }

    @Test
    void takesTheContactThatHasTheAddressForAUsersOwn() {
        insert(
                "Contact",
                Map.of(
                        "first_name",
                        "Known",
                        "email_ids",
                        List.of(Map.of("email_id", "known@example.com", "is_primary", 1))));
        String name = user("known@example.com").name();
        assertThat(contactOf(name).text("first_name")).isEqualTo("Ann");
        assertThat(contactOf(name).text("user")).isEqualTo(name);
        site.asAdministrator(context -> {
            context.documents().delete("User", name);
            return name;
        });
        assertThat(contactOf(name).text("user")).isEmpty();
    }

    @Test
    void takesRolesOfAProfileWhenAnExistingUserGetsOne() {
        insert(
                "Role Profile",
                Map.of(
                        "role_profile",
                        "Writers",
                        "roles",
                        List.of(Map.of("role", "Blogger"), Map.of("role", "Website Manager"))));
        Document user = user("profiled@example.com");
        Document changed = change("User", user.name(), "role_profile_name", "Writers");
        assertThat(changed.rows("roles"))
                .extracting(row -> row.text("role"))
                .containsExactly("Blogger", "Website Manager");
        assertThat(site.count("SELECT COUNT(*) FROM {Has Role} WHERE parent = ?", user.name()))
                .isEqualTo(2);
    }

    @Test
    void saysThatNoWelcomeMailLeftWithoutAServer() {
        List<?> messages = site.asAdministrator(context -> {
            Map<String, Object> values = Map.of(
                    "email", "welcome@example.com", "first_name", "W", "roles", List.of(Map.of("role", "Blogger")));
            context.documents().insert(context.documents().createWithDefaults("User", values));
            return context.answer().messages();
        });
        assertThat(messages).singleElement().asString().contains("No welcome mail");
    }

    @Test
    void keepsAWayIn() {
        assertThatThrownBy(() -> site.asAdministrator(context -> {
                    Document settings = context.documents().get("System Settings", "System Settings");
                    settings.set("login_with_email_link", 0L).set("disable_user_pass_login", 1L);
                    return context.documents().save(settings);
                }))
                .isInstanceOf(ValidationError.class);
    }

    @Test
    void asksAllForASecondFactorOnceItIsSwitchedOn() {
        change("System Settings", "System Settings", "enable_two_factor_auth", 1L);
        assertThat(site.count("SELECT two_factor_auth FROM {Role} WHERE name = 'All'"))
                .isEqualTo(1);
        change("System Settings", "System Settings", "enable_two_factor_auth", 0L);
    }

    @Test
    void clearsAwayWhatIsOver() {
        String user = user("over@example.com").name();
        Document client =
                insert("OAuth Client", Map.of("app_name", "App", "default_redirect_uri", "https://app.example/back"));
        assertThat(client.text("client_secret")).matches("[0-9a-f]{64}");
        site.asAdministrator(context -> {
            context.database()
                    .execute(
                            "INSERT INTO `tabSessions` (`sid`, `user`, `lastupdate`) VALUES ('old', ?, '2001-01-01'), ('new', ?, ?)",
                            user,
                            user,
                            context.now());
            for (String status : List.of("Active", "Revoked")) {
                Map<String, Object> token = Map.of(
                        "access_token",
                        "token-" + status,
                        "client",
                        client.name(),
                        "user",
                        user,
                        "expires_in",
                        60,
                        "status",
                        status);
                context.documents().insert(context.documents().create("OAuth Bearer Token", token));
            }
            return user;
        });
        Housekeeping.JOBS.forEach(job -> site.asAdministrator(context -> {
            job.job().run(context);
            return user;
        }));
        assertThat(site.count("SELECT COUNT(*) FROM `tabSessions` WHERE `user` = ?", user))
                .isEqualTo(1);
        assertThat(site.count("SELECT COUNT(*) FROM {OAuth Bearer Token} WHERE `user` = ?", user))
                .isEqualTo(1);
    }
}
