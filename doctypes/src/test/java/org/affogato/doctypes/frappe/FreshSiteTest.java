package org.affogato.doctypes.frappe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidEmailAddressError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a site has after its first migrate, and how users and roles behave. */
class FreshSiteTest {
    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static AppSite site;

    @BeforeAll
    static void prepare() {
        site = SITE.get();
    }

    @Test
    void hasTheRecordsThatOthersLinkTo() {
        assertThat(site.count("SELECT COUNT(*) FROM {Country}")).isEqualTo(249);
        assertThat(site.count("SELECT COUNT(*) FROM {Currency}")).isEqualTo(149);
        assertThat(site.count(
                        "SELECT COUNT(*) FROM {Role} WHERE name IN ('System Manager', 'Guest', 'All', 'Desk User')"))
                .isEqualTo(4);
        assertThat(site.count("SELECT desk_access FROM {Role} WHERE name = 'Guest'"))
                .isZero();
        assertThat(site.count("SELECT COUNT(*) FROM {User} WHERE name IN ('Administrator', 'Guest')"))
                .isEqualTo(2);
        assertThat(site.count("SELECT COUNT(*) FROM {Module Def} WHERE name IN ('Core', 'Desk', 'Analytics')"))
                .isEqualTo(3);
    }

    @Test
    void secondMigrateChangesNothing() {
        String state = "SELECT COUNT(*) + SUM(TO_DAYS(modified)) FROM {%s}";
        List<Long> before = states(state);
        assertThat(site.engine().migrator().plan().statements()).isEmpty();
        site.engine().migrator().migrate(Progress.SILENT);
        assertThat(states(state)).isEqualTo(before);
    }

    private static List<Long> states(String sql) {
        return List.of("Role", "User", "Has Role", "Country", "Language", "DefaultValue").stream()
                .map(doctype -> site.count(sql.formatted(doctype)))
                .toList();
    }

    @Test
    void namesUsersByTheirAddressInLowerCase() {
        site.makeUser("Alice@Example.com", "System Manager");
        Document alice = user("alice@example.com");
        assertThat(alice.text("email")).isEqualTo("alice@example.com");
        assertThat(alice.text("full_name")).isEqualTo("Alice");
        assertThat(alice.text("username")).isEqualTo("alice");
        assertThat(alice.text("user_type")).isEqualTo("System User");
    }

    @Test
    void givesUsersWithoutDeskRoleTheWebsite() {
        site.makeUser("bob@example.com");
        assertThat(user("bob@example.com").text("user_type")).isEqualTo("Website User");
    }

    @Test
    void letsADisabledRoleStickToNobody() {
        site.asAdministrator(context -> context.documents()
                .insert(context.documents().create("Role", Map.of("role_name", "Driver", "disabled", 1))));
        site.makeUser("carol@example.com", "Driver");
        assertThat(user("carol@example.com").rows("roles")).isEmpty();
    }

    @Test
    void keepsPasswordsOutOfTheDocument() {
        site.makeUser("dave@example.com");
        site.asAdministrator(context -> {
            Document dave = context.documents().get("User", "dave@example.com");
            return context.documents().save(dave.set("new_password", "Quiet-Harbour-7"));
        });
        assertThat(user("dave@example.com").text("new_password")).isEmpty();
        assertThat(site.<Boolean>asAdministrator(
                        context -> context.secrets().verifyPassword("dave@example.com", "Quiet-Harbour-7")))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> site.makeUser("nobody@")).isInstanceOf(InvalidEmailAddressError.class);
    }

    @Test
    void keepsTheStandardUsers() {
        assertThatThrownBy(() -> delete("Guest")).isInstanceOf(ValidationError.class);
        assertThatThrownBy(() -> site.asAdministrator(context -> context.documents()
                        .save(context.documents().get("User", "Administrator").set("enabled", 0L))))
                .isInstanceOf(ValidationError.class);
    }

    @Test
    void deletesAUserWithShares() {
        site.makeUser("erin@example.com");
        delete("erin@example.com");
        assertThat(site.count("SELECT COUNT(*) FROM {User} WHERE name = 'erin@example.com'"))
                .isZero();
        assertThat(site.count("SELECT COUNT(*) FROM {DocShare} WHERE `user` = 'erin@example.com'"))
                .isZero();
    }

    @Test
    void renamesAUserEverywhere() {
        site.makeUser("frank@example.com");
        site.as(
                "frank@example.com",
                context -> context.documents()
                        .insert(context.documents()
                                .create(
                                        "ToDo",
                                        Map.of("description", "call back", "allocated_to", "frank@example.com"))));
        site.asAdministrator(
                context -> context.documents().rename("User", "frank@example.com", "Franka@example.com", false));
        assertThat(user("franka@example.com").text("email")).isEqualTo("franka@example.com");
        assertThat(site.count("SELECT COUNT(*) FROM {ToDo} WHERE owner = 'franka@example.com'"))
                .isEqualTo(1);
    }

    private static Document user(String name) {
        return site.asAdministrator(context -> context.documents().get("User", name));
    }

    private static void delete(String name) {
        site.asAdministrator(context -> {
            context.documents().delete("User", name);
            return name;
        });
    }
}
