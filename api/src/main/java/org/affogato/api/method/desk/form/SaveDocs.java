package org.affogato.api.method.desk.form;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.json.AsDict;
import org.affogato.api.json.Json;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** The buttons of a form: Save, Submit, Update, Cancel. Frappe: {@code frappe.desk.form.save}. */
@Singleton
public class SaveDocs implements WhitelistedMethods {
    private static final String MODULE = "frappe.desk.form.save.";

    private final Provider<Engine> engine;

    public SaveDocs(Provider<Engine> engine) {
        this.engine = engine;
    }

    /** Saves the document as the form holds it; answers it under {@code docs} with the name it had in the form. */
    @Whitelisted(MODULE + "savedocs")
    @Requires(access = Access.ANY_USER)
    public void saveDocs(Context context, Object doc, String action) {
        long docstatus = docstatus(action);
        FormDocument form = new FormDocument(Json.object(doc));
        Document document = form.document(context);
        document.set("docstatus", docstatus);
        context.documents().save(document);
        engine.get().controllers().of(document.doctype()).onLoad(document, context);
        answer(context, document, form.more());
        context.answer().message(alert("Saved", "green"));
    }

    private static long docstatus(String action) {
        return switch (action) {
            case "Save" -> 0;
            case "Submit", "Update" -> 1;
            case "Cancel" -> 2;
            default -> throw new ValidationError("A form has no action " + action);
        };
    }

    /** Cancels a stored document; a workflow's state is set along. */
    @Whitelisted(MODULE + "cancel")
    @Requires(access = Access.ANY_USER)
    public void cancel(
            Context context,
            String doctype,
            String name,
            @Nullable String workflowStateFieldname,
            @Nullable String workflowState) {
        Document document = context.documents().get(doctype, name);
        if (isGiven(workflowStateFieldname) && isGiven(workflowState)) {
            Map<String, @Nullable Object> state = new LinkedHashMap<>();
            state.put(String.valueOf(workflowStateFieldname), workflowState);
            context.documents().update(document, state);
        }
        context.documents().cancel(document);
        answer(context, document, Map.of());
        context.answer().message(alert("Cancelled", "red"));
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static void answer(Context context, Document document, Map<String, ?> more) {
        context.answer().set("docs", List.of(new AsDict(document, more)));
        context.answer().set("docinfo", new DocInfo(context, document).gather());
    }

    private static Message alert(String text, String indicator) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("indicator", indicator);
        attributes.put("alert", 1);
        return new Message(text, attributes);
    }
}
