package org.affogato.doctypes.frappe.desk.doctype.number_card;

import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.desk.FilterList;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a card of the type Document Type, over the documents that its reader may see.
 *
 * @param doctype the listed DocType
 * @param parent the DocType through which rows of a child table are listed
 * @param expression the aggregate
 */
record CardFigure(String doctype, @Nullable String parent, String expression) {
    static CardFigure of(Map<String, @Nullable Object> card) {
        String field = text(card, "aggregate_function_based_on");
        String expression = switch (text(card, "function")) {
            case "Count" -> "count(*)";
            case "Sum" -> "sum(%s)".formatted(field);
            case "Average" -> "avg(%s)".formatted(field);
            case "Minimum" -> "min(%s)".formatted(field);
            case "Maximum" -> "max(%s)".formatted(field);
            default -> throw new ValidationError("A number card needs a function");
        };
        String parent = text(card, "parent_document_type");
        return new CardFigure(text(card, "document_type"), parent.isEmpty() ? null : parent, expression);
    }

    private static String text(Map<String, @Nullable Object> card, String fieldname) {
        Object value = card.get(fieldname);
        return value == null ? "" : value.toString();
    }

    /** The figure; 0 for no documents, and for what is no number. */
    double now(@Nullable Object filters, Context context) {
        return of(FilterList.of(filters), context);
    }

    /** The figure of the documents that were there at that time already. */
    double before(Object time, @Nullable Object filters, Context context) {
        List<Object> all = FilterList.of(filters);
        all.add(List.of(doctype, "creation", "<", time));
        return of(all, context);
    }

    private double of(List<Object> filters, Context context) {
        ListRequest request = ListRequest.visible(doctype, List.of(expression + " as result"), filters)
                .under(parent);
        return context.documents().list(request).stream()
                .map(row -> row.get("result"))
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                .findFirst()
                .orElse(0);
    }
}
