package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.LinkExistsError;
import org.affogato.engine.lifecycle.LinkFields.LinkField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Keeps documents that others point at: from delete by any link, from cancel by links of submitted documents. */
final class LinkedDocuments {
    /** Logs and companions of documents; they never hold one back. */
    private static final Set<String> IGNORED_ON_DELETE = Set.of(
            "Communication",
            "ToDo",
            "DocShare",
            "Email Unsubscribe",
            "Activity Log",
            "File",
            "Version",
            "Document Follow",
            "Comment",
            "View Log",
            "Tag Link",
            "Notification Log",
            "Email Queue",
            "Document Share Key",
            "Integration Request",
            "Unhandled Email",
            "Webhook Request Log",
            "Workspace");

    /** So many tables are asked in one statement. */
    private static final int TABLES_AT_ONCE = 40;

    private final LinkFields fields;

    LinkedDocuments(LinkFields fields) {
        this.fields = fields;
    }

    void checkDelete(Document document, List<String> ignored, Context context) {
        Set<String> all = new LinkedHashSet<>(IGNORED_ON_DELETE);
        all.addAll(ignored);
        check(document, all, false, context);
    }

    void checkCancel(Document document, List<String> ignored, Context context) {
        check(document, new LinkedHashSet<>(ignored), true, context);
    }

    private void check(Document document, Set<String> ignored, boolean cancel, Context context) {
        List<Part> parts = new ArrayList<>();
        for (LinkField link : fields.to(document.doctype(), context)) {
            boolean passes = cancel && link.fieldname().equals("amended_from");
            if (!ignored.contains(link.doctype()) && !passes) {
                parts.add(part(link, document, ignored, cancel));
            }
        }
        run(parts, document, context);
        List<Part> dynamic = new ArrayList<>();
        for (LinkField link : fields.dynamic(context)) {
            if (!ignored.contains(link.doctype()) && isColumn(link)) {
                dynamic.add(dynamicPart(link, document, ignored, cancel));
            }
        }
        run(dynamic, document, context);
    }

    /** A Single's Dynamic Link holds nothing back. */
    private static boolean isColumn(LinkField link) {
        return !link.meta().isSingle()
                && link.field().options() != null
                && link.meta().isColumn(link.field().options());
    }

    private static void run(List<Part> parts, Document document, Context context) {
        for (int from = 0; from < parts.size(); from += TABLES_AT_ONCE) {
            List<Part> some = parts.subList(from, Math.min(parts.size(), from + TABLES_AT_ONCE));
            String sql = String.join(" UNION ALL ", some.stream().map(Part::sql).toList());
            List<@Nullable Object> values =
                    some.stream().flatMap(part -> part.values().stream()).toList();
            context
                    .database()
                    .query(sql, values, row -> new Reference(row.getString(1), row.getString(2), row.getLong(3)))
                    .stream()
                    .findFirst()
                    .ifPresent(reference -> refuse(document, reference));
        }
    }

    private static Part part(LinkField link, Document document, Set<String> ignored, boolean cancel) {
        if (link.meta().isSingle()) {
            return new Part(
                    "(SELECT `doctype`, `doctype`, 0 FROM `tabSingles` WHERE `doctype` = ? AND `field` = ? AND `value` = ? LIMIT 1)",
                    List.of(link.doctype(), link.fieldname(), document.name()));
        }
        Meta meta = link.meta();
        List<Object> values = new ArrayList<>(List.of(document.name()));
        String where = SqlText.quote(link.fieldname()) + " = ?" + (cancel ? " AND `docstatus` = 1" : "");
        if (meta.name().equals(document.doctype())) {
            where += " AND " + (meta.isChild() ? "`parent`" : "`name`") + " <> ?";
            values.add(document.name());
        }
        return new Part(select(meta, where, ignored, values), values);
    }

    private static Part dynamicPart(LinkField link, Document document, Set<String> ignored, boolean cancel) {
        String type = String.valueOf(link.field().options());
        List<Object> values = new ArrayList<>(List.of(document.doctype(), document.name()));
        String where = SqlText.quote(type) + " = ? AND " + SqlText.quote(link.fieldname()) + " = ? AND `docstatus` "
                + (cancel ? "= 1" : "<> 2");
        return new Part(select(link.meta(), where, ignored, values), values);
    }

    private static String select(Meta meta, String where, Set<String> ignored, List<Object> values) {
        if (!meta.isChild()) {
            values.addFirst(meta.name());
            return "(SELECT ?, `name`, 0 FROM %s WHERE %s LIMIT 1)".formatted(SqlText.quote(meta.table()), where);
        }
        values.addAll(ignored);
        String others = ignored.isEmpty() ? "" : " AND `parenttype` NOT IN (" + SqlText.marks(ignored.size()) + ")";
        return "(SELECT `parenttype`, `parent`, `idx` FROM %s WHERE %s%s LIMIT 1)"
                .formatted(SqlText.quote(meta.table()), where, others);
    }

    private static void refuse(Document document, Reference reference) {
        String doctype = reference.doctype().equals(reference.name()) ? "" : reference.doctype();
        String row = reference.row() == 0 ? "" : " at Row: " + reference.row();
        throw new LinkExistsError("Cannot delete or cancel because %s %s is linked with %s %s%s"
                .formatted(document.doctype(), document.name(), doctype, reference.name(), row));
    }

    private record Part(String sql, List<Object> values) {}

    private record Reference(String doctype, String name, long row) {}
}
