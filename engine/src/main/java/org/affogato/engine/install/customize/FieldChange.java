package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.rule.FieldtypeChange;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;

/**
 * A field as the form wants it beside what it is now, and whether it may become that. Some wishes are refused for all,
 * others are dropped with a message.
 *
 * @param row the field's row in Customize Form
 * @param now the field in force
 * @param shipped the field's row in the DocType; for a Custom Field the row in force
 */
record FieldChange(Document row, DocField now, Document shipped) {
    private static final Set<String> FREE_OPTIONS = Set.of("Read Only", "HTML", "Data");

    boolean changes(String property, String type) {
        return row.has(property)
                && !Properties.same(type, row.get(property), now.attributes().get(property));
    }

    /**
     * @throws ValidationError where the values that are there would not fit
     */
    void checkFits(String doctype, Context context) {
        boolean changesType = changes("fieldtype", "Select");
        if (changesType && !row.check("is_virtual")) {
            FieldtypeChange.check(now.fieldtype(), row.text("fieldtype"));
        }
        if (changesType || changes("length", "Int")) {
            new StoredLength(doctype, now, context).check(row);
        }
    }

    /** Whether a field that the DocType ships may get this property; says why not. */
    boolean allows(String property, Context context) {
        String refusal = switch (property) {
            case "allow_on_submit" ->
                row.check(property) && !shipped.check(property)
                        ? "Row %s: a standard field cannot be opened to changes after submit".formatted(row.text("idx"))
                        : "";
            case "reqd" ->
                !row.check(property) && shipped.check(property)
                        ? "Row %s: a mandatory standard field stays mandatory".formatted(row.text("idx"))
                        : "";
            case "read_only" ->
                !row.check(property) && shipped.check(property)
                        ? "The field %s stays read only".formatted(row.text("label"))
                        : "";
            case "in_list_view" ->
                row.check(property) && !FieldtypeChange.hasValue(row.text("fieldtype"))
                        ? "Row %s: a list cannot show the type %s".formatted(row.text("idx"), row.text("fieldtype"))
                        : "";
            case "options" ->
                FREE_OPTIONS.contains(row.text("fieldtype"))
                        ? ""
                        : "The options of the field %s stay".formatted(row.text("label"));
            case "translatable" ->
                FieldtypeChange.isTranslatable(row.text("fieldtype"))
                        ? ""
                        : "The field %s cannot be translated".formatted(row.text("label"));
            default -> "";
        };
        if (!refusal.isEmpty()) {
            context.answer().message(new Message(refusal, Map.of()));
        }
        return refusal.isEmpty();
    }

    /** The properties that the form wants otherwise, with the types they are kept as. */
    Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        Properties.FIELD.forEach((property, type) -> {
            if (changes(property, type)) {
                changed.put(property, type);
            }
        });
        return changed;
    }
}
