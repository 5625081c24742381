package org.affogato.engine.install.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/** What a DocType needs for web pages, for documents made from e-mail, for attachments and for printing. */
public final class OutsideRule implements DefinitionRule {
    private static final Set<String> SUBJECTS = Set.of("Data", "Text", "Long Text", "Small Text", "Text Editor");

    @Override
    public void apply(Document definition, Context context) {
        web(definition);
        attachments(definition, context);
        email(definition);
        if (!definition.text("default_print_format").isEmpty() && !definition.check("custom")) {
            throw new ValidationError(
                    "A standard DocType cannot have a default print format, customize its form instead");
        }
    }

    private static void web(Document definition) {
        if (!definition.text("route").isEmpty()) {
            definition.set("route", definition.text("route").replaceAll("^/+|/+$", ""));
        }
        if (definition.check("has_web_view") && Kinds.field(definition, "route").isEmpty()) {
            throw new ValidationError("Field \"route\" has to be set for a web view").titled("Missing Field");
        }
    }

    private static void attachments(Document definition, Context context) {
        long fields = definition.rows("fields").stream()
                .filter(field -> Kinds.ATTACHMENTS.contains(Kinds.type(field)))
                .count();
        long limit = definition.integer("max_attachments");
        if (limit == 0 || fields <= limit) {
            return;
        }
        definition.set("max_attachments", fields);
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("title", "Insufficient attachment limit");
        look.put("alert", 1);
        context.answer()
                .message(new Answer.Message(
                        "There are %d attachment fields, so that many attachments are allowed".formatted(fields),
                        look));
    }

    /** A DocType whose documents are made from e-mail says which fields take subject and sender. */
    public static void email(Document definition) {
        if (!definition.check("email_append_to")) {
            return;
        }
        String subject = definition.text("subject_field").strip();
        if (!subject.isEmpty()) {
            Document field = Kinds.field(definition, subject)
                    .orElseThrow(
                            () -> new ValidationError("Select a valid Subject field for documents made from e-mail"));
            if (!SUBJECTS.contains(Kinds.type(field))) {
                throw new ValidationError("The Subject field must hold text");
            }
        }
        Document sender = Kinds.field(
                        definition, definition.text("sender_field").strip())
                .orElseThrow(() -> new ValidationError("Select a valid Sender field for documents made from e-mail"));
        if (!sender.text("options").equals("Email")) {
            throw new ValidationError("The Sender field must have Email as options");
        }
    }
}
