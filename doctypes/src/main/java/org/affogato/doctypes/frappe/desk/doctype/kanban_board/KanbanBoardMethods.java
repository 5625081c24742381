package org.affogato.doctypes.frappe.desk.doctype.kanban_board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/**
 * {@code frappe.desk.doctype.kanban_board.kanban_board}. Who may see a board and write the documents on it may move its
 * cards; how it looks is for those who may write the board.
 */
public final class KanbanBoardMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.doctype.kanban_board.kanban_board.";
    private static final String BOARD = "Kanban Board";
    /** DocTypes whose documents are everybody's own, hence boards of them too. */
    private static final Set<String> PERSONAL = Set.of("Note", "ToDo");

    @Whitelisted(MODULE + "get_kanban_boards")
    @Requires(right = "read", doctype = BOARD)
    public List<Map<String, @Nullable Object>> getKanbanBoards(Context context, String doctype) {
        List<String> fields = List.of("name", "filters", "reference_doctype", "private");
        return context.documents().list(ListRequest.visible(BOARD, fields, Map.of("reference_doctype", doctype)));
    }

    /** A board with a column for each option of a Select. */
    @Whitelisted(MODULE + "quick_kanban_board")
    @Requires(right = "create", doctype = BOARD)
    public Document quickKanbanBoard(
            Context context, String doctype, String boardName, String fieldName, @Nullable String project) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kanban_board_name", boardName);
        values.put("reference_doctype", doctype);
        values.put("field_name", fieldName);
        values.put("private", PERSONAL.contains(doctype) ? 1L : 0L);
        if (project != null && !project.isEmpty()) {
            values.put("filters", projectFilter(project));
        }
        Document board = context.documents().createWithDefaults(BOARD, values);
        DocField field = context.meta(doctype).field(fieldName);
        String options = field == null || field.options() == null ? "" : field.options();
        options.lines()
                .filter(option -> !option.isEmpty())
                .forEach(option -> context.documents().append(board, "columns", Map.of("column_name", option)));
        return context.documents().insert(board);
    }

    private static String projectFilter(String project) {
        ArrayNode filter = JsonNodeFactory.instance.arrayNode();
        filter.addArray().add("Task").add("project").add("=").add(project);
        return filter.toString();
    }

    @Whitelisted(MODULE + "add_column")
    @Requires(right = "write", doctype = BOARD, nameArgument = "board_name")
    public List<Document> addColumn(Context context, String boardName, String columnTitle) {
        return change(context, boardName, board -> {
                    if (hasColumn(board, columnTitle)) {
                        throw new ValidationError("There is a column %s already".formatted(columnTitle));
                    }
                    context.documents().append(board, "columns", Map.of("column_name", columnTitle));
                })
                .rows("columns");
    }

    private static boolean hasColumn(Document board, String title) {
        return board.rows("columns").stream()
                .anyMatch(column -> column.text("column_name").equals(title));
    }

    @Whitelisted(MODULE + "archive_restore_column")
    @Requires(right = "write", doctype = BOARD, nameArgument = "board_name")
    public List<Document> archiveRestoreColumn(Context context, String boardName, String columnTitle, String status) {
        return change(context, boardName, board -> setInColumn(board, columnTitle, "status", status))
                .rows("columns");
    }

    @Whitelisted(MODULE + "set_indicator")
    @Requires(right = "write", doctype = BOARD, nameArgument = "board_name")
    public Document setIndicator(Context context, String boardName, String columnName, String indicator) {
        return change(context, boardName, board -> setInColumn(board, columnName, "indicator", indicator));
    }

    private static void setInColumn(Document board, String title, String fieldname, String value) {
        board.rows("columns").stream()
                .filter(column -> column.text("column_name").equals(title))
                .forEach(column -> column.set(fieldname, value));
    }

    /** Columns that the order does not name come last. */
    @Whitelisted(MODULE + "update_column_order")
    @Requires(right = "write", doctype = BOARD, nameArgument = "board_name")
    public Document updateColumnOrder(Context context, String boardName, List<?> order) {
        return change(context, boardName, board -> {
            List<Document> sorted = new ArrayList<>();
            for (Object title : order) {
                board.rows("columns").stream()
                        .filter(column -> column.text("column_name").equals(title) && !sorted.contains(column))
                        .forEach(sorted::add);
            }
            board.rows("columns").stream()
                    .filter(column -> !sorted.contains(column))
                    .forEach(sorted::add);
            for (int place = 0; place < sorted.size(); place++) {
                sorted.get(place).set("idx", place + 1L);
            }
            board.setRows("columns", sorted);
        });
    }

    /** Which fields a card shows. */
    @Whitelisted(MODULE + "save_settings")
    @Requires(right = "write", doctype = BOARD, nameArgument = "board_name")
    public Map<String, @Nullable Object> saveSettings(
            Context context, String boardName, Map<String, @Nullable Object> settings) {
        Object fields = settings.get("fields");
        String text = fields instanceof List<?> list ? texts(list).toString() : String.valueOf(fields);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("fields", text);
        values.put("show_labels", settings.get("show_labels"));
        Document board =
                change(context, boardName, changed -> context.documents().update(changed, values));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(board.values());
        answer.put("doctype", BOARD);
        answer.put("columns", board.rows("columns"));
        answer.put("fields", fields);
        return answer;
    }

    private static ArrayNode texts(List<?> list) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        list.forEach(text -> texts.add(String.valueOf(text)));
        return texts;
    }

    private static Document change(Context context, String name, Consumer<Document> change) {
        Document board = context.documents().getForUpdate(BOARD, name);
        change.accept(board);
        return context.documents().save(board);
    }

    @Whitelisted(MODULE + "add_card")
    @Requires(right = "read", doctype = BOARD, nameArgument = "board_name")
    public Document addCard(Context context, String boardName, String docname, String colname) {
        return changeCards(context, boardName, cards -> cards.add(docname, colname));
    }

    @Whitelisted(MODULE + "update_order_for_single_card")
    @Requires(right = "read", doctype = BOARD, nameArgument = "board_name")
    public Document updateOrderForSingleCard(
            Context context,
            String boardName,
            String docname,
            String fromColname,
            String toColname,
            int oldIndex,
            int newIndex) {
        return changeCards(
                context, boardName, cards -> cards.move(docname, fromColname, toColname, oldIndex, newIndex));
    }

    /** The board, and which cards changed their column; all stays as it is for who may not write the documents. */
    @Whitelisted(MODULE + "update_order")
    @Requires(right = "read", doctype = BOARD, nameArgument = "board_name")
    public List<Object> updateOrder(Context context, String boardName, Map<String, @Nullable Object> order) {
        Document board = context.documents().get(BOARD, boardName);
        if (!context.permissions().has(Right.WRITE, board.text("reference_doctype"))) {
            return List.of(board, List.of());
        }
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        Document arranged = changeCards(context, boardName, cards -> changed.addAll(cards.arrange(order)));
        return List.of(arranged, changed);
    }

    /** Where its cards lie is no change of a board that needs a right on it. */
    private static Document changeCards(Context context, String name, Consumer<Cards> change) {
        Document board = context.documents().getForUpdate(BOARD, name);
        change.accept(new Cards(board, context));
        Context relaxed = context.with(context.flags().ignoringPermissions());
        return relaxed.documents().save(board);
    }
}
