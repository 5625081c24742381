package org.affogato.doctypes.frappe.desk.doctype.bulk_update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.DocStatus;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** {@code frappe.desk.doctype.bulk_update.bulk_update}: the actions of a list on the documents that are ticked. */
public final class BulkUpdateMethods implements WhitelistedMethods {
    private static final int MOST = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Each document stands for itself: what fails is undone and named, the others stay.
     *
     * @param action {@code submit}, {@code cancel} or {@code update}
     * @param data the values of an update
     */
    @Whitelisted("frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs")
    @Requires(access = Access.ANY_USER)
    public List<String> run(
            Context context,
            String doctype,
            List<?> docnames,
            @Argument(otherwise = "submit") String action,
            @Nullable Object data) {
        if (docnames.size() > MOST) {
            throw new ValidationError("At most " + MOST + " documents at once").titled("Too Many Documents");
        }
        Map<String, @Nullable Object> values = values(data);
        List<String> failed = new ArrayList<>();
        for (Object docname : docnames) {
            String name = String.valueOf(docname);
            if (!succeeds(context, context.documents().get(doctype, name), action, values)) {
                failed.add(name);
            }
        }
        return failed;
    }

    private static Map<String, @Nullable Object> values(@Nullable Object data) {
        if (data == null || data.equals("")) {
            return new LinkedHashMap<>();
        }
        try {
            return data instanceof String text
                    ? JSON.readValue(text, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {})
                    : JSON.convertValue(data, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        } catch (JsonProcessingException | IllegalArgumentException noObject) {
            throw new ValidationError("The values of an update are an object");
        }
    }

    private static boolean succeeds(
            Context context, Document document, String action, Map<String, @Nullable Object> values) {
        if (!fits(action, document.docstatus())) {
            return false;
        }
        try {
            context.database().savepoint(() -> act(context, document, action, values));
            return true;
        } catch (QueryDeadlockError conflict) {
            throw conflict; // the whole request runs anew
        } catch (EngineException refused) {
            tell(context, refused);
            return false;
        }
    }

    private static boolean fits(String action, DocStatus status) {
        return switch (action) {
            case "submit" -> status == DocStatus.DRAFT;
            case "cancel" -> status == DocStatus.SUBMITTED;
            case "update" -> status != DocStatus.CANCELLED;
            default -> false;
        };
    }

    private static void act(Context context, Document document, String action, Map<String, @Nullable Object> values) {
        switch (action) {
            case "submit" -> context.documents().submit(document);
            case "cancel" -> context.documents().cancel(document);
            default -> {
                context.documents().update(document, values);
                context.documents().save(document);
            }
        }
    }

    private static void tell(Context context, EngineException refused) {
        if (refused.notice() == Notice.NONE) {
            return;
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (refused.notice() == Notice.RAISED) {
            attributes.put("indicator", "red");
            attributes.put("raise_exception", 1);
        }
        context.answer().message(new Message(String.valueOf(refused.getMessage()), attributes));
    }
}
