package org.affogato.doctypes.frappe.desk.doctype.number_card;

import java.util.Optional;
import org.affogato.doctypes.frappe.desk.FreeName;
import org.affogato.doctypes.frappe.desk.desktop.FigureRule;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A figure on a dashboard: of a DocType's list, of a report, or of a method. */
public final class NumberCard implements DocumentController {
    private static final FigureRule RULE = new FigureRule("type", false);

    @Override
    public String doctype() {
        return "Number Card";
    }

    @Override
    public void autoname(Document card, Context context) {
        String wished = card.name().isEmpty() ? card.text("label") : card.name();
        card.set("name", FreeName.of(doctype(), wished, context));
    }

    @Override
    public void validate(Document card, Context context) {
        switch (card.text("type")) {
            case "Document Type" -> checkList(card, context);
            case "Report" -> {
                need(card, "report_name", "Report");
                need(card, "report_field", "Report Field");
                need(card, "function", "Function");
            }
            case "Custom" -> need(card, "method", "Method");
            default -> {}
        }
    }

    @Override
    public boolean hasPermission(Document card, Right right, Context context) {
        return RULE.allows(card, context);
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return RULE.condition(context);
    }

    private static void checkList(Document card, Context context) {
        need(card, "document_type", "Document Type");
        need(card, "function", "Function");
        if (!card.text("function").equals("Count")) {
            need(card, "aggregate_function_based_on", "Aggregate Function Based On");
        }
        if (context.meta(card.text("document_type")).isChild()) {
            need(card, "parent_document_type", "Parent Document Type");
        }
    }

    private static void need(Document card, String fieldname, String label) {
        if (card.text(fieldname).isEmpty()) {
            throw new ValidationError("A number card of this type needs: %s".formatted(label));
        }
    }
}
