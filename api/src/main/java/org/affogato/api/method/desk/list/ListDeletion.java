package org.affogato.api.method.desk.list;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.affogato.api.error.Notices;
import org.affogato.api.json.Json;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;

/** Deletes what is selected in a list. Frappe: {@code frappe.desk.reportview.delete_items}. */
@Singleton
public class ListDeletion implements WhitelistedMethods {
    private static final DeleteOptions ABSENT_IS_FINE = new DeleteOptions(false, true, false);
    /** Of more documents the reference deletes in the background, where nobody reads messages. */
    private static final int MOST_TOLD = 10;

    /** Deletes each document for itself; those that cannot be are told, or passed over in silence if there are many. */
    @Whitelisted(
            value = "frappe.desk.reportview.delete_items",
            verbs = {"POST", "DELETE"})
    @Requires(access = Access.ANY_USER)
    public void delete(Context context, String doctype, Object items) {
        List<String> names = Json.list(items).stream()
                .map(String::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Answer.Message> messages = deleteAll(context, doctype, names);
        if (names.size() <= MOST_TOLD) {
            messages.forEach(context.answer()::message);
        }
    }

    /** What is left is tried again as long as something went: it may have been linked from what went after it. */
    private static List<Answer.Message> deleteAll(Context context, String doctype, List<String> names) {
        List<Answer.Message> messages = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String name : names) {
            try {
                context.database().savepoint(() -> context.documents().delete(doctype, name, ABSENT_IS_FINE));
            } catch (QueryDeadlockError conflict) {
                throw conflict; // the whole call is tried again
            } catch (EngineException refused) {
                messages.addAll(Notices.of(refused));
                left.add(name);
            }
        }
        return left.isEmpty() || left.size() == names.size() ? messages : deleteAll(context, doctype, left);
    }
}
