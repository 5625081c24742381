package org.affogato.doctypes.frappe.desk.doctype.kanban_board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The cards of a board: which documents lie in which column, in which order. */
final class Cards {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Document board;
    private final String doctype;
    private final Context context;

    Cards(Document board, Context context) {
        this.board = board;
        this.doctype = board.text("reference_doctype");
        this.context = context;
    }

    /** The order of a column that nobody has ordered yet: that of the list. */
    String listed(String column) {
        List<Object> filters = new ArrayList<>();
        filters.add(List.of(doctype, board.text("field_name"), "=", column));
        if (!board.text("filters").isEmpty()) {
            read(board.text("filters")).stream().findFirst().ifPresent(filters::add);
        }
        return write(context.documents().list(ListRequest.visible(doctype, List.of("name"), filters)).stream()
                .map(row -> row.get("name"))
                .toList());
    }

    /** Puts a new card on top of a column. */
    void add(String name, String column) {
        context.permissions().check(Right.WRITE, doctype);
        Document target = column(column);
        List<Object> order = order(target);
        order.addFirst(name);
        target.set("order", write(order));
    }

    /** Moves a card, and its document with it. */
    void move(String name, String from, String to, int oldIndex, int newIndex) {
        context.permissions().check(Right.WRITE, doctype);
        Document source = column(from);
        Document target = column(to);
        List<Object> left = order(source);
        List<Object> entered = from.equals(to) ? left : order(target);
        if (oldIndex < 0 || oldIndex >= left.size()) {
            throw new ValidationError("The column %s has no card at %d".formatted(from, oldIndex));
        }
        Object card = left.remove(oldIndex);
        entered.add(Math.clamp(newIndex, 0, entered.size()), card);
        source.set("order", write(left));
        target.set("order", write(entered));
        putInto(name, to);
    }

    /** Takes over the cards of columns as a board shows them; answers the documents that changed. */
    List<Map<String, @Nullable Object>> arrange(Map<String, @Nullable Object> cards) {
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        cards.forEach((column, names) -> {
            List<?> order = names instanceof List<?> list ? list : List.of();
            for (Object name : order) {
                Object before = context.documents().value(doctype, String.valueOf(name), board.text("field_name"));
                if (!column.equals(before)) {
                    putInto(String.valueOf(name), column);
                    changed.add(change(name, column));
                }
            }
            board.rows("columns").stream()
                    .filter(row -> row.text("column_name").equals(column))
                    .forEach(row -> row.set("order", write(order)));
        });
        return changed;
    }

    private static Map<String, @Nullable Object> change(Object name, String column) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("name", name);
        change.put("column", column);
        return change;
    }

    private void putInto(String name, String column) {
        Document document = context.documents().getForUpdate(doctype, name);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(board.text("field_name"), column);
        context.documents().update(document, values);
        context.documents().save(document);
    }

    private Document column(String name) {
        return board.rows("columns").stream()
                .filter(row -> row.text("column_name").equals(name))
                .findFirst()
                .orElseThrow(() -> new DoesNotExistError("%s has no column %s".formatted(board.name(), name)));
    }

    private static List<Object> order(Document column) {
        return column.text("order").isEmpty() ? new ArrayList<>() : read(column.text("order"));
    }

    private static List<Object> read(String list) {
        try {
            return new ArrayList<>(List.of(JSON.readValue(list, Object[].class)));
        } catch (JsonProcessingException broken) {
            throw new ValidationError("%s is no list".formatted(list));
        }
    }

    private static String write(List<?> list) {
        return JSON.valueToTree(list).toString();
    }
}
