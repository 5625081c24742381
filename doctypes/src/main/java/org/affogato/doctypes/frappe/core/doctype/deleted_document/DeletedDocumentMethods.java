package org.affogato.doctypes.frappe.core.doctype.deleted_document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.frappe.core.doctype.comment.Timeline;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DocstatusTransitionError;
import org.affogato.engine.error.DocumentAlreadyRestored;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.core.doctype.deleted_document.deleted_document}. */
public final class DeletedDocumentMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.core.doctype.deleted_document.deleted_document.";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Inserts a deleted document anew; the caller needs the right to create such a document. */
    @Whitelisted(MODULE + "restore")
    @Requires(right = "read", doctype = "Deleted Document", nameArgument = "name")
    public void restore(Context context, String name, @Argument(otherwise = "1") boolean alert) {
        restore(context, name);
        if (alert) {
            context.answer().message(new Message("Document Restored", Map.of()));
        }
    }

    private static void restore(Context context, String name) {
        Document deleted = context.documents().getForUpdate("Deleted Document", name);
        if (deleted.check("restored")) {
            throw new DocumentAlreadyRestored("Document " + name + " is restored already");
        }
        Document restored = insert(context, values(deleted));
        new Timeline(context)
                .add(restored.ref(), "Edit", "restored " + deleted.text("deleted_name") + " as " + restored.name());
        Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("restored", 1L);
        marks.put("new_name", restored.name());
        context.documents().setValues(deleted, marks, false);
    }

    private static Map<String, @Nullable Object> values(Document deleted) {
        try {
            return JSON.readValue(
                    deleted.text("data"), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        } catch (JsonProcessingException error) {
            throw new ValidationError("The data of " + deleted.name() + " cannot be read");
        }
    }

    private static Document insert(Context context, Map<String, @Nullable Object> values) {
        String doctype = String.valueOf(values.get("doctype"));
        try {
            return context.documents().insert(context.documents().create(doctype, values));
        } catch (DocstatusTransitionError cancelled) {
            context.answer().message(new Message("The document was cancelled; it comes back as a draft", Map.of()));
            values.put("docstatus", 0L);
            return context.documents().insert(context.documents().create(doctype, values));
        }
    }

    /** Restores several documents, each for itself; answers which came back, which had before, and which could not. */
    @Whitelisted(MODULE + "bulk_restore")
    @Requires(right = "read", doctype = "Deleted Document")
    public Map<String, List<String>> bulkRestore(Context context, List<?> docnames) {
        Map<String, List<String>> outcome = new LinkedHashMap<>();
        List.of("restored", "invalid", "failed").forEach(key -> outcome.put(key, new ArrayList<>()));
        for (Object docname : docnames) {
            String name = String.valueOf(docname);
            outcome.getOrDefault(attempt(context, name), new ArrayList<>()).add(name);
        }
        return outcome;
    }

    /** What a failed attempt had to say is not shown: its outcome is. */
    private static String attempt(Context context, String name) {
        List<Message> messages = context.answer().messages();
        int said = messages.size();
        String outcome = outcome(context, name);
        if (!outcome.equals("restored")) {
            messages.subList(said, messages.size()).clear();
        }
        return outcome;
    }

    private static String outcome(Context context, String name) {
        try {
            context.database().savepoint(() -> restore(context, name));
            return "restored";
        } catch (DocumentAlreadyRestored before) {
            return "invalid";
        } catch (EngineException refused) {
            return "failed";
        }
    }
}
