package org.affogato.doctypes.frappe.desk.doctype.kanban_board;

import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A board; a private one is its owner's. */
public final class KanbanBoard implements DocumentController {
    @Override
    public String doctype() {
        return "Kanban Board";
    }

    @Override
    public void beforeInsert(Document board, Context context) {
        Cards cards = new Cards(board, context);
        board.rows("columns").forEach(column -> column.set("order", cards.listed(column.text("column_name"))));
    }

    @Override
    public void validate(Document board, Context context) {
        for (Document column : board.rows("columns")) {
            if (column.text("column_name").isEmpty()) {
                throw new ValidationError("A column needs a name");
            }
        }
    }

    @Override
    public boolean hasPermission(Document board, Right right, Context context) {
        return context.isAdministrator()
                || !board.check("private")
                || board.owner().equals(context.user());
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (context.isAdministrator()) {
            return Optional.empty();
        }
        return Optional.of(Condition.or(Condition.equal("private", 0L), Condition.equal("owner", context.user())));
    }
}
