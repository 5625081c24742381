package org.affogato.api.method.desk.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workspaces: one's own, and those of all. */
@QuarkusTest
class WorkspaceTest {
    private static final String MODULE = "frappe.desk.doctype.workspace.workspace.";
    private static final String SIDEBAR = "frappe.desk.desktop.get_workspace_sidebar_items";

    private DeskUser manager;
    private DeskUser member;
    private DeskUser other;
    private String title;

    @BeforeEach
    void make() {
        manager = DeskUser.with("Workspace Manager", "System Manager");
        member = DeskUser.ofTheDesk();
        other = DeskUser.ofTheDesk();
        title = DeskUser.unique("Place");
    }

    private static List<String> pages(DeskUser user) {
        return user.get(SIDEBAR, Map.of()).path("message.pages.name");
    }

    private ExtractableResponse<Response> create(DeskUser user, boolean isPublic) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", title);
        page.put("public", isPublic ? 1 : 0);
        page.put("for_user", isPublic ? "" : user.name());
        page.put("label", isPublic ? title : title + "-" + user.name());
        page.put("content", "[]");
        return user.post(MODULE + "new_page", Map.of("new_page", page));
    }

    private ExtractableResponse<Response> save(DeskUser user, boolean isPublic, Object widgets, String blocks) {
        return user.post(
                MODULE + "save_page",
                Map.of("title", title, "public", isPublic, "new_widgets", widgets, "blocks", blocks));
    }

    private static ExtractableResponse<Response> open(DeskUser user, String name) {
        return user.get("frappe.desk.desktop.get_desktop_page", Map.of("page", "{\"name\": \"%s\"}".formatted(name)));
    }

    @Test
    void everyUserKeepsPagesOfOnesOwn() {
        assertThat(create(member, false).statusCode()).isEqualTo(200);
        String name = title + "-" + member.name();
        assertThat(pages(member)).contains(name);
        assertThat(pages(other)).doesNotContain(name);
        assertThat(open(member, name).statusCode()).isEqualTo(200);
        assertThat(open(other, name).statusCode()).isEqualTo(403);
        Map<String, Object> page = Map.of("name", name, "title", title, "public", 0);
        assertThat(other.post(MODULE + "hide_page", Map.of("page_name", name)).statusCode())
                .isEqualTo(403);
        assertThat(other.post(MODULE + "delete_page", Map.of("page", page)).statusCode())
                .isEqualTo(403);
        assertThat(member.post(MODULE + "delete_page", Map.of("page", page)).statusCode())
                .isEqualTo(200);
        assertThat(pages(member)).doesNotContain(name);
    }

    @Test
    void pagesOfAllAreForWorkspaceManagers() {
        assertThat(create(member, true).<Object>path("message")).isNull();
        assertThat(create(manager, true).statusCode()).isEqualTo(200);
        assertThat(pages(member)).contains(title);
        assertThat(save(member, true, "{}", "[]").statusCode()).isEqualTo(417);
        assertThat(member.post(MODULE + "update_page", Map.of("name", title, "title", "Mine", "public", 0))
                        .statusCode())
                .isEqualTo(403);
        manager.post(MODULE + "hide_page", Map.of("page_name", title));
        assertThat(pages(member)).doesNotContain(title);
        assertThat(pages(manager)).contains(title);
        manager.post(MODULE + "unhide_page", Map.of("page_name", title));
        assertThat(pages(member)).contains(title);
    }

    @Test
    void pagesShowWhatLeadsSomewhere() {
        create(manager, true);
        Map<String, Object> widgets = Map.of(
                "shortcut",
                List.of(
                        Map.of("type", "DocType", "link_to", "ToDo", "label", "Tasks"),
                        Map.of("type", "DocType", "link_to", "Property Setter", "label", "Setters")),
                "card",
                List.of(Map.of(
                        "label",
                        "Papers",
                        "link_count",
                        1,
                        "links",
                        "[{\"label\": \"Notes\", \"link_type\": \"DocType\", \"link_to\": \"Note\"}]")));
        String blocks = "[{\"type\": \"shortcut\", \"data\": {\"shortcut_name\": \"Tasks\"}},"
                + "{\"type\": \"shortcut\", \"data\": {\"shortcut_name\": \"Setters\"}},"
                + "{\"type\": \"card\", \"data\": {\"card_name\": \"Papers\"}}]";
        ExtractableResponse<Response> saved = save(manager, true, widgets, blocks);
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(open(manager, title).<List<String>>path("message.shortcuts.items.label"))
                .containsExactly("Tasks", "Setters");
        ExtractableResponse<Response> shown = open(member, title);
        assertThat(shown.<List<String>>path("message.shortcuts.items.label")).containsExactly("Tasks");
        assertThat(shown.<List<String>>path("message.cards.items.label")).contains("Papers");
        save(manager, true, "{}", "[{\"type\": \"shortcut\", \"data\": {\"shortcut_name\": \"Tasks\"}}]");
        shown = open(manager, title);
        assertThat(shown.<List<String>>path("message.shortcuts.items.label")).containsExactly("Tasks");
        assertThat(shown.<List<String>>path("message.cards.items.label")).doesNotContain("Papers");
    }

    @Test
    void pagesAreRenamedWithThoseBelow() {
        create(member, false);
        String below = title + " below";
        member.post(
                MODULE + "new_page",
                Map.of(
                        "new_page",
                        Map.of(
                                "title",
                                below,
                                "public",
                                0,
                                "for_user",
                                member.name(),
                                "parent_page",
                                title,
                                "content",
                                "[]",
                                "label",
                                below + "-" + member.name())));
        ExtractableResponse<Response> answer = member.post(
                MODULE + "update_page",
                Map.of("name", title + "-" + member.name(), "title", title + " two", "public", 0));
        assertThat(answer.<String>path("message.label")).isEqualTo(title + " two-" + member.name());
        assertThat(pages(member)).contains(title + " two-" + member.name());
        assertThat(DeskUser.stored("Workspace", below + "-" + member.name(), "parent_page"))
                .isEqualTo(title + " two");
    }

    @Test
    void sortsAndCopiesPages() {
        create(member, false);
        String first = title;
        Map<String, Object> copy = Map.of("title", title + " copy", "is_public", 0);
        member.post(MODULE + "duplicate_page", Map.of("page_name", title + "-" + member.name(), "new_page", copy));
        assertThat(pages(member)).contains(title + " copy-" + member.name());
        List<Map<String, String>> order = List.of(Map.of("title", title + " copy"), Map.of("title", first));
        assertThat(member.post(MODULE + "sort_pages", Map.of("sb_public_items", List.of(), "sb_private_items", order))
                        .<Boolean>path("message"))
                .isTrue();
        List<String> own = pages(member).stream()
                .filter(name -> name.endsWith(member.name()))
                .toList();
        assertThat(own).containsExactly(title + " copy-" + member.name(), first + "-" + member.name());
    }

    @Test
    void takesNoNameOfAnotherAddress() {
        title = "todo";
        assertThat(create(manager, true).statusCode()).isEqualTo(409);
    }
}
