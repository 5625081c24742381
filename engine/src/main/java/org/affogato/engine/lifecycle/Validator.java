package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.MandatoryError;
import org.affogato.engine.fieldtype.RatingField;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/** The checks that follow from a definition alone, after the controller's own. Frappe: {@code Document._validate}. */
final class Validator {
    private final Passwords passwords = new Passwords();
    private final StoredForm storedForm = new StoredForm();
    private final FixedFields fixedFields = new FixedFields();

    void validate(Saving saving) {
        Document document = saving.document();
        Context context = saving.context();
        if (!context.flags().ignoreMandatory()) {
            checkMandatory(document, context);
        }
        checkValues(document, saving);
        boundRatings(document);
        for (Document row : document.allRows()) {
            checkValues(row, saving);
        }
        if (document.isNew()) {
            storedForm.clearOptional(document);
        } else {
            fixedFields.check(saving);
        }
    }

    private static void checkMandatory(Document document, Context context) {
        List<String> fields = new ArrayList<>();
        missing(document).forEach((field, message) -> add(context, fields, field, message));
        for (Document row : document.allRows()) {
            missing(row).forEach((field, message) -> add(context, fields, field, message));
        }
        if (!fields.isEmpty()) {
            throw new MandatoryError(
                            "[%s, %s]: %s".formatted(document.doctype(), document.name(), String.join(", ", fields)))
                    .shown(Notice.NONE);
        }
    }

    private static void add(Context context, List<String> fields, String field, String message) {
        fields.add(field);
        context.answer().message(new Answer.Message(message, Map.of()));
    }

    private static Map<String, String> missing(Document document) {
        Meta meta = document.meta();
        Map<String, String> found = new LinkedHashMap<>();
        for (DocField field : meta.fields()) {
            if (field.reqd() && isMissing(document, field)) {
                found.put(field.fieldname(), message(document, field));
            }
        }
        if (meta.isChild()) {
            for (String owner : List.of("parent", "parenttype")) {
                if (document.text(owner).isEmpty()) {
                    found.put(owner, "Error: Value missing for %s: %s".formatted(meta.name(), owner));
                }
            }
        }
        return found;
    }

    private static boolean isMissing(Document document, DocField field) {
        if (field.type().isTable()) {
            return document.rows(field.fieldname()).isEmpty();
        }
        return field.type().isEmpty(field, document.given(field.fieldname()));
    }

    private static String message(Document document, DocField field) {
        if (field.type().isTable()) {
            return "Error: Data missing in table: " + field.label();
        }
        if (!document.text("parentfield").isEmpty()) {
            return "Error: <strong>%s</strong> Row #%d: Value missing for: %s"
                    .formatted(document.doctype(), document.integer("idx"), field.label());
        }
        return "Error: Value missing for %s: %s".formatted(document.doctype(), field.label());
    }

    private void checkValues(Document document, Saving saving) {
        Meta meta = document.meta();
        int row = document == saving.document() ? 0 : (int) document.integer("idx");
        FieldPlace place = new FieldPlace(meta.name(), document.name(), row);
        for (DocField field : meta.columnFields()) {
            field.type().validate(field, document.get(field.fieldname()), place);
        }
        if (!meta.isSingle()) {
            checkLengths(document, place);
        }
        syncNameField(document);
        storedForm.sanitise(document, saving);
        passwords.save(document, saving.context());
    }

    /** After all that values have to be: whatever is wrong with a value is told before its length. */
    private static void checkLengths(Document document, FieldPlace place) {
        for (DocField field : document.meta().columnFields()) {
            Object value = document.get(field.fieldname());
            if (value != null) {
                field.type().checkFits(field, value, place);
            }
        }
    }

    private static void boundRatings(Document document) {
        for (DocField field : document.meta().columnFields()) {
            if (field.fieldtype().equals("Rating")) {
                document.set(field.fieldname(), RatingField.bounded(document.get(field.fieldname())));
            }
        }
    }

    /** The field that gave the name stays equal to it. */
    private static void syncNameField(Document document) {
        String rule = document.meta().autoname();
        if (!rule.startsWith("field:") || document.name().isEmpty()) {
            return;
        }
        String fieldname = rule.substring("field:".length());
        if (!document.name().equals(document.get(fieldname))) {
            document.set(fieldname, document.get("name"));
        }
    }
}
