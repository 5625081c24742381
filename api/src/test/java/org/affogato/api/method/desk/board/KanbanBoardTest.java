package org.affogato.api.method.desk.board;

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

/** Kanban boards beside the recorded scenario: who sees and moves what. */
@QuarkusTest
class KanbanBoardTest {
    private static final String MODULE = "frappe.desk.doctype.kanban_board.kanban_board.";

    private DeskUser owner;
    private DeskUser other;
    private String doctype;
    private String board;

    @BeforeEach
    void make() {
        owner = DeskUser.with("System Manager");
        other = DeskUser.ofTheDesk();
        Map<String, Object> everything = new LinkedHashMap<>();
        List.of("read", "write", "create", "delete").forEach(right -> everything.put(right, 1));
        everything.put("role", "System Manager");
        doctype = DeskUser.administrator()
                .doctype(
                        Map.of(
                                "permissions",
                                List.of(everything, Map.of("role", "Desk User", "read", 1, "write", 0, "create", 0))),
                        List.of(Map.of(
                                "fieldname",
                                "stage",
                                "label",
                                "Stage",
                                "fieldtype",
                                "Select",
                                "options",
                                "New\nDone")));
        board = DeskUser.unique("Board");
        owner.post(
                MODULE + "quick_kanban_board", Map.of("doctype", doctype, "board_name", board, "field_name", "stage"));
    }

    private static int status(ExtractableResponse<Response> answer) {
        return answer.statusCode();
    }

    private List<String> boards(DeskUser user) {
        return user.get(MODULE + "get_kanban_boards", Map.of("doctype", doctype))
                .path("message.name");
    }

    @Test
    void aPrivateBoardIsItsOwners() {
        assertThat(boards(other)).containsExactly(board);
        owner.post(
                "frappe.client.set_value",
                Map.of("doctype", "Kanban Board", "name", board, "fieldname", "private", "value", 1));
        assertThat(boards(other)).isEmpty();
        assertThat(boards(owner)).containsExactly(board);
        assertThat(boards(DeskUser.administrator())).containsExactly(board);
        Map<String, String> asked = Map.of("doctype", "Kanban Board", "name", board);
        assertThat(status(other.get("frappe.client.get", asked))).isEqualTo(403);
        assertThat(status(owner.get("frappe.client.get", asked))).isEqualTo(200);
        assertThat(status(other.post(MODULE + "update_order", Map.of("board_name", board, "order", "{}"))))
                .isEqualTo(403);
    }

    @Test
    void whoMayNotWriteTheDocumentsMovesNothing() {
        String card = owner.insert(doctype, Map.of("title", "card", "stage", "New"));
        Map<String, Object> move = Map.of("board_name", board, "order", Map.of("Done", List.of(card)));
        ExtractableResponse<Response> answer = other.post(MODULE + "update_order", move);
        assertThat(answer.<List<Object>>path("message[1]")).isEmpty();
        assertThat(DeskUser.stored(doctype, card, "stage")).isEqualTo("New");
        assertThat(status(other.post(
                        MODULE + "add_card", Map.of("board_name", board, "docname", card, "colname", "Done"))))
                .isEqualTo(403);
        assertThat(status(other.post(MODULE + "add_column", Map.of("board_name", board, "column_title", "Extra"))))
                .isEqualTo(403);
        owner.post(MODULE + "update_order", move);
        assertThat(DeskUser.stored(doctype, card, "stage")).isEqualTo("Done");
    }

    @Test
    void ordersAndColoursColumns() {
        ExtractableResponse<Response> answer = owner.post(
                MODULE + "update_column_order", Map.of("board_name", board, "order", List.of("Done", "New")));
        assertThat(answer.<List<String>>path("message.columns.column_name")).containsExactly("Done", "New");
        answer = owner.post(
                MODULE + "set_indicator", Map.of("board_name", board, "column_name", "Done", "indicator", "Green"));
        assertThat(answer.<List<String>>path("message.columns.indicator")).containsExactly("Green", "Gray");
        answer = owner.post(
                MODULE + "save_settings",
                Map.of("board_name", board, "settings", Map.of("fields", List.of("title"), "show_labels", 1)));
        assertThat(answer.<List<String>>path("message.fields")).containsExactly("title");
        assertThat(answer.<Integer>path("message.show_labels")).isEqualTo(1);
    }

    @Test
    void movesACardWithinItsColumn() {
        String first = owner.insert(doctype, Map.of("title", "one", "stage", "New"));
        String second = owner.insert(doctype, Map.of("title", "two", "stage", "New"));
        owner.post(
                MODULE + "update_order", Map.of("board_name", board, "order", Map.of("New", List.of(first, second))));
        Map<String, Object> move = Map.of(
                "board_name",
                board,
                "docname",
                second,
                "from_colname",
                "New",
                "to_colname",
                "New",
                "old_index",
                1,
                "new_index",
                0);
        ExtractableResponse<Response> answer = owner.post(MODULE + "update_order_for_single_card", move);
        assertThat(answer.<String>path("message.columns[0].order")).isEqualTo("[\"two\",\"one\"]");
    }
}
