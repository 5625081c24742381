package org.affogato.doctypes.permission;

import static org.affogato.doctypes.lifecycle.TestSite.doctype;
import static org.affogato.doctypes.lifecycle.TestSite.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.lifecycle.TestSite;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rights are kept in memory: they cost no statement, and yet change at once. */
class AccessCacheTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    private static TestSite site;

    @BeforeAll
    static void migrate() {
        Map<String, Object> reads = Map.of("role", "Reader", "read", 1);
        site = TestSite.with(
                DATABASE,
                folder,
                List.of(),
                List.of(
                        doctype(
                                "Area",
                                Map.of("autoname", "field:title", "permissions", List.of(reads)),
                                List.of(field("title", "Data"))),
                        doctype(
                                "Visit",
                                Map.of("autoname", "field:title", "permissions", List.of(reads)),
                                List.of(field("title", "Data"), field("area", "Link", "options", "Area")))));
        for (String area : List.of("North", "South")) {
            insert("Area", Map.of("title", area));
            insert("Visit", Map.of("title", "to " + area, "area", area));
        }
    }

    private static Document insert(String doctype, Map<String, Object> values) {
        return site.run(context -> insert(context, doctype, values));
    }

    private static Document insert(Context context, String doctype, Map<String, Object> values) {
        return context.documents().insert(context.documents().create(doctype, values));
    }

    private static String user(String name, String... roles) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", name + "@example.com");
        values.put("first_name", name);
        values.put(
                "roles",
                List.of(roles).stream().map(role -> Map.of("role", role)).toList());
        return insert("User", values).name();
    }

    private static boolean mayRead(String user, String visit) {
        return site.engine().run(user, context -> mayRead(context, visit));
    }

    private static boolean mayRead(Context context, String visit) {
        return context.permissions().has(Right.READ, context.documents().get("Visit", visit));
    }

    private static Map<String, Object> share(String user, String visit) {
        return Map.of("user", user, "share_doctype", "Visit", "share_name", visit, "read", 1);
    }

    @Test
    void rolesActOnTheNextRequest() {
        String user = user("rose");
        assertThat(mayRead(user, "to North")).isFalse();
        site.run(context -> {
            Document account = context.documents().get("User", user);
            context.documents().append(account, "roles", Map.of("role", "Reader"));
            return context.documents().save(account);
        });
        assertThat(mayRead(user, "to North")).isTrue();
    }

    @Test
    void userPermissionsActOnTheNextRequest() {
        String user = user("ulla", "Reader");
        assertThat(mayRead(user, "to South")).isTrue();
        Document permission = insert(
                "User Permission",
                Map.of("user", user, "allow", "Area", "for_value", "North", "apply_to_all_doctypes", 1));
        assertThat(mayRead(user, "to South")).isFalse();
        assertThat(mayRead(user, "to North")).isTrue();
        site.run(context -> {
            context.documents().delete("User Permission", permission.name());
            return user;
        });
        assertThat(mayRead(user, "to South")).isTrue();
    }

    @Test
    void aTransactionSeesItsOwnShare() {
        String user = user("sam");
        assertThat(mayRead(user, "to North")).isFalse();
        site.run(context -> {
            insert(context, "DocShare", share(user, "to North"));
            assertThat(mayRead(context.as(user), "to North")).isTrue();
            return user;
        });
        assertThat(mayRead(user, "to North")).isTrue();
    }

    @Test
    void whatIsRolledBackGivesNoRight() {
        String user = user("rolf");
        assertThatThrownBy(() -> site.run(context -> {
                    insert(context, "DocShare", share(user, "to South"));
                    assertThat(mayRead(context.as(user), "to South")).isTrue();
                    throw new IllegalStateException("undone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(mayRead(user, "to South")).isFalse();
    }

    @Test
    void disabledUsersKeepGuestsRolesOnly() {
        String user = user("dora", "Reader");
        assertThat(mayRead(user, "to North")).isTrue();
        site.run(context -> {
            Document account = context.documents().get("User", user);
            return context.documents().save(account.set("enabled", 0L));
        });
        assertThat(mayRead(user, "to North")).isFalse();
    }

    @Test
    void warmChecksCostNoStatement() {
        String user = user("walter", "Reader");
        insert(
                "User Permission",
                Map.of("user", user, "allow", "Area", "for_value", "North", "apply_to_all_doctypes", 1));
        insert("DocShare", share(user, "to South"));
        assertThat(mayRead(user, "to South")).isTrue();
        long statements = site.engine().run(user, context -> {
            Document north = context.documents().get("Visit", "to North");
            Document south = context.documents().get("Visit", "to South");
            long before = statements(context);
            assertThat(context.permissions().has(Right.READ, north)).isTrue();
            assertThat(context.permissions().has(Right.READ, south)).isTrue();
            assertThat(context.permissions().has(Right.WRITE, south)).isFalse();
            assertThat(context.permissions().listCondition("Visit", Right.READ)).isPresent();
            return statements(context) - before - 1;
        });
        assertThat(statements).isZero();
    }

    @Test
    void listsUnderUserPermissionsAndSharesAreOneStatement() {
        String user = user("lisa", "Reader");
        insert(
                "User Permission",
                Map.of("user", user, "allow", "Area", "for_value", "North", "apply_to_all_doctypes", 1));
        insert("DocShare", share(user, "to South"));
        ListRequest request = ListRequest.all("Visit", List.of("name"), null).asCaller();
        site.engine().run(user, context -> context.documents().list(request));
        long statements = site.engine().run(user, context -> {
            long before = statements(context);
            assertThat(context.documents().list(request)).hasSize(2);
            return statements(context) - before - 1;
        });
        assertThat(statements).isEqualTo(1);
    }

    /** Statements of this connection so far, this one among them. */
    private static long statements(Context context) {
        return context.database()
                .query("SHOW SESSION STATUS LIKE 'Questions'", List.of(), row -> Long.parseLong(row.getString(2)))
                .getFirst();
    }
}
