package org.affogato.engine.install.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;

/** Groups of fieldtypes that rules speak of, and questions about the fields of a definition. */
final class Kinds {
    static final Set<String> TABLES = Set.of("Table", "Table MultiSelect");
    static final Set<String> NUMBERS = Set.of("Currency", "Float", "Percent");
    static final Set<String> ATTACHMENTS = Set.of("Attach", "Attach Image");
    private static final Set<String> WITHOUT_VALUE = Set.of(
            "Section Break",
            "Column Break",
            "Tab Break",
            "HTML",
            "Table",
            "Table MultiSelect",
            "Button",
            "Image",
            "Fold",
            "Heading");
    private static final Set<String> TRANSLATABLE = Set.of("Data", "Select", "Text", "Small Text", "Text Editor");

    private Kinds() {}

    static String type(Document field) {
        return field.text("fieldtype");
    }

    static boolean isTable(Document field) {
        return TABLES.contains(type(field));
    }

    static boolean hasNoValue(String fieldtype) {
        return WITHOUT_VALUE.contains(fieldtype);
    }

    static boolean isTranslatable(String fieldtype) {
        return TRANSLATABLE.contains(fieldtype);
    }

    /** Whether a list or a grid can show such a field; a grid shows buttons too. */
    static boolean showsInList(Document field, boolean inGrid) {
        String type = type(field);
        if (inGrid && (type.equals("Button") || type.equals("HTML"))) {
            return true;
        }
        return !hasNoValue(type) && !type.equals("Attach Image");
    }

    static List<String> fieldnames(Document definition) {
        return new ArrayList<>(definition.rows("fields").stream()
                .map(row -> row.text("fieldname"))
                .toList());
    }

    static Optional<Document> field(Document definition, String fieldname) {
        return definition.rows("fields").stream()
                .filter(row -> row.text("fieldname").equals(fieldname))
                .findFirst();
    }

    /** The label, or the fieldname where there is none, for messages. */
    static String label(Document field) {
        return field.text("label").isEmpty() ? field.text("fieldname") : field.text("label");
    }
}
