package org.affogato.api.method.desk.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what, changed by the page for it. */
@QuarkusTest
class PermissionManagerTest {
    private static final String MODULE = "frappe.core.page.permission_manager.permission_manager.";

    @Inject
    Engine engine;

    private String doctype;
    private String role;
    private DeskUser manager;
    private DeskUser member;

    @BeforeEach
    void make() {
        manager = DeskUser.with("System Manager");
        role = DeskUser.unique("Keeper");
        DeskUser.administrator().insert("Role", Map.of("role_name", role, "desk_access", 1));
        member = DeskUser.with(role);
        doctype = StandardDoctype.make(engine, Map.of(), List.of());
    }

    private ExtractableResponse<Response> call(String method, Object... pairs) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return manager.post(MODULE + method, arguments);
    }

    private int listing() {
        return member.get("frappe.client.get_list", Map.of("doctype", doctype)).statusCode();
    }

    private int inserting() {
        return member.post("frappe.client.insert", Map.of("doc", Map.of("doctype", doctype, "title", "x")))
                .statusCode();
    }

    @Test
    void whatIsGivenCountsFromTheNextRequestOn() {
        assertThat(listing()).isEqualTo(403);
        assertThat(call("add", "parent", doctype, "role", role, "permlevel", 0).statusCode())
                .isEqualTo(200);
        assertThat(listing()).isEqualTo(200);
        assertThat(inserting()).isEqualTo(403);
        call("update", "doctype", doctype, "role", role, "permlevel", 0, "ptype", "create", "value", 1);
        assertThat(inserting()).isEqualTo(200);
        call("remove", "doctype", doctype, "role", role, "permlevel", 0, "if_owner", 0);
        assertThat(listing()).isEqualTo(403);
    }

    @Test
    void theShippedRulesComeAlongAtTheFirstChange() {
        String refresh = call(
                        "update",
                        "doctype",
                        doctype,
                        "role",
                        "System Manager",
                        "permlevel",
                        0,
                        "ptype",
                        "delete",
                        "value",
                        0)
                .path("message");
        assertThat(refresh).isEqualTo("refresh");
        assertThat(DeskUser.stored("Custom DocPerm", ownRule(), "delete")).isEqualTo(0);
        ExtractableResponse<Response> rules = call("get_permissions", "doctype", doctype);
        assertThat(rules.<List<Integer>>path("message.create")).containsExactly(1);
        assertThat(rules.<List<Integer>>path("message.delete")).containsExactly(0);
        assertThat(rules.<List<String>>path("message[0].linked_doctypes")).containsExactly(doctype);
        assertThat(call("get_standard_permissions", "doctype", doctype).<Integer>path("message[0].delete"))
                .isEqualTo(1);
        call("reset", "doctype", doctype);
        assertThat(call("get_permissions", "doctype", doctype).<List<Integer>>path("message.delete"))
                .containsExactly(1);
    }

    private String ownRule() {
        return call("get_permissions", "doctype", doctype).path("message[0].name");
    }

    @Test
    void theLastRuleStays() {
        ExtractableResponse<Response> answer =
                call("remove", "doctype", doctype, "role", "System Manager", "permlevel", 0);
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(answer.<String>path("exc_type")).isEqualTo("ValidationError");
        assertThat(call("get_permissions", "doctype", doctype).<List<String>>path("message.role"))
                .containsExactly("System Manager");
    }

    @Test
    void rightsOnOwnDocumentsAreARuleOfTheirOwn() {
        call("add", "parent", doctype, "role", role, "permlevel", 0);
        call("update", "doctype", doctype, "role", role, "permlevel", 0, "ptype", "if_owner", "value", 1);
        call("add", "parent", doctype, "role", role, "permlevel", 0);
        call("update", "doctype", doctype, "role", role, "permlevel", 0, "ptype", "write", "value", 1, "if_owner", 1);
        ExtractableResponse<Response> rules = call("get_permissions", "doctype", doctype, "role", role);
        assertThat(rules.<List<Integer>>path("message.if_owner")).containsExactlyInAnyOrder(0, 1);
        assertThat(rules.<List<Integer>>path("message.findAll { it.if_owner == 1 }.write"))
                .containsExactly(1);
        assertThat(rules.<List<Integer>>path("message.findAll { it.if_owner == 0 }.write"))
                .containsExactly(0);
    }

    @Test
    void whatIsNoRightIsRefused() {
        assertThat(call("update", "doctype", doctype, "role", role, "permlevel", 0, "ptype", "name", "value", "x")
                        .statusCode())
                .isEqualTo(417);
        assertThat(call("add", "parent", "No Such Doctype", "role", role, "permlevel", 0)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("add", "parent", doctype, "role", "No Such Role", "permlevel", 0)
                        .statusCode())
                .isEqualTo(417);
    }

    @Test
    void rolesOfEverybodyAreOfferedToAdministratorOnly() {
        ExtractableResponse<Response> offered = call("get_roles_and_doctypes");
        assertThat(offered.<List<String>>path("message.roles.value"))
                .contains(role, "System Manager")
                .doesNotContain("All", "Guest", "Administrator");
        assertThat(offered.<List<String>>path("message.doctypes.value"))
                .contains(doctype, "ToDo")
                .doesNotContain("DocType", "Module Def", "Has Role");
        assertThat(DeskUser.administrator()
                        .get(MODULE + "get_roles_and_doctypes", Map.of())
                        .<List<String>>path("message.roles.value"))
                .contains("All", "Guest")
                .doesNotContain("Administrator");
    }

    @Test
    void saysWhoHasARole() {
        assertThat(call("get_users_with_role", "role", role).<List<String>>path("message"))
                .containsExactly(member.name());
    }

    @Test
    void isForSystemManagers() {
        Map<String, Object> asked = Map.of(
                "doctype", doctype, "parent", doctype, "role", role, "permlevel", 0, "ptype", "read", "value", 1);
        for (String method : List.of(
                "get_roles_and_doctypes",
                "get_permissions",
                "add",
                "update",
                "remove",
                "reset",
                "get_users_with_role",
                "get_standard_permissions")) {
            assertThat(member.post(MODULE + method, asked).statusCode())
                    .as(method)
                    .isEqualTo(403);
        }
    }
}
