package org.affogato.doctypes.ai_assistant.analytics;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/**
 * The behaviour of DocTypes whose documents belong to the user they name: everybody writes and reads their own, those
 * who manage an organization read their members', managers of analytics read all. Changes make summaries stale.
 */
public class OwnRecords implements DocumentController {
    private static final Set<Right> SEEING = Set.of(Right.SELECT, Right.READ, Right.REPORT, Right.EXPORT, Right.PRINT);

    private final String doctype;
    private final boolean counted;

    /**
     * @param counted whether the documents are summed up by day
     */
    public OwnRecords(String doctype, boolean counted) {
        this.doctype = doctype;
        this.counted = counted;
    }

    @Override
    public final String doctype() {
        return doctype;
    }

    @Override
    public void beforeInsert(Document document, Context context) {
        if (document.text("user").isEmpty()) {
            document.set("user", context.user());
        }
        document.set("owner", document.text("user"));
    }

    @Override
    public void validate(Document document, Context context) {
        boolean own = document.text("user").equals(context.user());
        if (!own && !context.flags().ignorePermissions() && !Roles.isSystemManager(context)) {
            throw new PermissionError("Only a System Manager may write a %s of another user".formatted(doctype));
        }
    }

    @Override
    public void onUpdate(Document document, Context context) {
        markSummary(document, context);
        Document before = document.before();
        if (before != null) {
            markSummary(before, context);
        }
    }

    @Override
    public void afterDelete(Document document, Context context) {
        markSummary(document, context);
    }

    private void markSummary(Document document, Context context) {
        if (counted && document.get("timestamp") instanceof LocalDateTime time) {
            new StaleSummaries(context).mark(document.text("user"), time.toLocalDate());
        }
    }

    @Override
    public boolean hasPermission(Document document, Right right, Context context) {
        String user = document.text("user");
        if (user.isEmpty() || user.equals(context.user()) || Roles.seesAll(context)) {
            return true;
        }
        return SEEING.contains(right) && new Visibility(context).team().contains(user);
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        if (Roles.seesAll(context)) {
            return Optional.empty();
        }
        List<String> team = new Visibility(context).team();
        return Optional.of(Condition.in("user", team));
    }
}
