package org.affogato.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DuplicateEntryError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.lifecycle.LinkFields.LinkField;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.naming.NameCheck;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.Documents;

/** Renames a document, or merges it into another, and brings along all that points at it. Frappe: {@code rename_doc}. */
final class Renaming {
    private final Events events;
    private final Loading loading;
    private final LinkFields fields;
    private final Trees trees;
    private final Deletion deletion;

    Renaming(Events events, Loading loading, LinkFields fields, Trees trees, Deletion deletion) {
        this.events = events;
        this.loading = loading;
        this.fields = fields;
        this.trees = trees;
        this.deletion = deletion;
    }

    String rename(String doctype, String name, String newName, boolean merge, Context context) {
        Meta meta = context.meta(doctype);
        if (meta.isSingle() || meta.isVirtual()) {
            throw takesNone(meta);
        }
        trees.lock(meta, context);
        Document document = load(doctype, name, context);
        String wanted = beforeRename(document, newName, merge, context);
        String target = check(document, wanted, merge, context);
        if (!merge) {
            renameRow(meta, document.name(), target, context);
        }
        updateLinks(document, target, context);
        updateCompanions(document, target, context);
        afterRename(document, target, merge, context);
        finish(document, target, merge, context);
        CacheScopes.touch(meta, context);
        return target;
    }

    private Document load(String doctype, String name, Context context) {
        return loading.find(doctype, name, true, context).orElseThrow(() -> Lifecycle.notFound(doctype, name));
    }

    private String beforeRename(Document document, String newName, boolean merge, Context context) {
        if (merge) {
            trees.checkMerge(document, newName, context);
        }
        String wanted = events.controller(document.doctype()).beforeRename(document, newName, merge, context);
        events.notifyListeners(DocEvent.BEFORE_RENAME, document, context);
        return wanted;
    }

    private static String check(Document document, String wanted, boolean merge, Context context) {
        Meta meta = document.meta();
        String old = document.name();
        List<String> found = context.database()
                .query(
                        "SELECT `name` FROM " + SqlText.quote(meta.table()) + " WHERE `name` = ? FOR UPDATE",
                        List.of(wanted),
                        row -> row.getString(1));
        if (old.equals(wanted)) {
            throw new ValidationError("The new name is the old one; nothing was renamed");
        }
        boolean exists = found.contains(wanted);
        if (merge && !exists) {
            throw new ValidationError(
                    "%s %s does not exist, select a new target to merge".formatted(meta.name(), wanted));
        }
        if (!merge && exists) {
            throw new ValidationError(
                    "Another %s with name %s exists, select another name".formatted(meta.name(), wanted));
        }
        if (found.stream().anyMatch(other -> !other.equals(wanted) && !other.equals(old))) {
            throw new DuplicateEntryError(
                    "%s %s has that name but for its spelling".formatted(meta.name(), found.getFirst()));
        }
        if (!context.permissions().has(Right.WRITE, document)) {
            throw new ValidationError("Renaming needs the right to write");
        }
        if (!meta.is("allow_rename") && !context.flags().ignorePermissions()) {
            throw takesNone(meta);
        }
        String target = NameCheck.checked(meta, wanted).toString();
        NameCheck.checkLength(meta, target);
        return target;
    }

    private static ValidationError takesNone(Meta meta) {
        return new ValidationError(meta.name() + " takes no renames");
    }

    private static void renameRow(Meta meta, String old, String name, Context context) {
        String table = SqlText.quote(meta.table());
        context.database().execute("UPDATE " + table + " SET `name` = ? WHERE `name` = ?", name, old);
        String fieldname =
                meta.autoname().startsWith("field:") ? meta.autoname().substring("field:".length()) : "";
        if (meta.isColumn(fieldname)) {
            context.database()
                    .execute(
                            "UPDATE " + table + " SET " + SqlText.quote(fieldname) + " = ? WHERE `name` = ?",
                            name,
                            name);
        }
        for (DocField field : meta.tableFields()) {
            if (field.options() != null && context.hasDoctype(field.options())) {
                Meta child = context.meta(field.options());
                if (!child.isVirtual() && child.isChild()) {
                    set(child.table(), "parent", "parenttype", meta.name(), old, name, context);
                }
            }
        }
    }

    /** Moves references from one name to another where a second column names the DocType. */
    private static void set(
            String table, String column, String typeColumn, String doctype, String old, String name, Context context) {
        String quoted = SqlText.quote(column);
        context.database()
                .execute(
                        "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ?"
                                .formatted(SqlText.quote(table), quoted, SqlText.quote(typeColumn), quoted),
                        name,
                        doctype,
                        old);
    }

    private void updateLinks(Document document, String name, Context context) {
        for (LinkField link : fields.to(document.doctype(), context)) {
            if (link.meta().isSingle()) {
                updateSingle(link, document.name(), name, context);
            } else {
                String column = SqlText.quote(link.fieldname());
                context.database()
                        .execute(
                                "UPDATE %s SET %s = ? WHERE %s = ?"
                                        .formatted(SqlText.quote(link.meta().table()), column, column),
                                name,
                                document.name());
            }
        }
        for (LinkField link : fields.dynamic(context)) {
            String type = link.field().options();
            if (type != null && link.meta().isColumn(type)) {
                updateDynamic(link, type, document, name, context);
            }
        }
    }

    private static void updateSingle(LinkField link, String old, String name, Context context) {
        context.database()
                .execute(
                        "UPDATE `tabSingles` SET `value` = ? WHERE `doctype` = ? AND `field` = ? AND `value` = ?",
                        name,
                        link.doctype(),
                        link.fieldname(),
                        old);
    }

    private static void updateDynamic(LinkField link, String type, Document document, String name, Context context) {
        if (!link.meta().isSingle()) {
            set(link.meta().table(), link.fieldname(), type, document.doctype(), document.name(), name, context);
        } else if (document.doctype().equals(context.documents().single(link.doctype(), type))) {
            updateSingle(link, document.name(), name, context);
        }
    }

    private static void updateCompanions(Document document, String name, Context context) {
        String doctype = document.doctype();
        if (context.hasDoctype("File") && !doctype.equals("DocType")) {
            set("tabFile", "attached_to_name", "attached_to_doctype", doctype, document.name(), name, context);
        }
        if (context.hasDoctype("Version")) {
            set("tabVersion", "docname", "ref_doctype", doctype, document.name(), name, context);
        }
    }

    private void afterRename(Document document, String name, boolean merge, Context context) {
        Document renamed = load(document.doctype(), name, context);
        trees.renamed(renamed, merge, context);
        events.controller(document.doctype()).afterRename(renamed, document.name(), merge, context);
        events.notifyListeners(DocEvent.AFTER_RENAME, renamed, context);
        if (!merge) {
            context.secrets().rename(document.doctype(), document.name(), name);
        }
    }

    private void finish(Document document, String name, boolean merge, Context context) {
        String told = merge ? "merged %s into %s" : "renamed from %s to %s";
        comment(document.doctype(), name, told.formatted(bold(document.name()), bold(name)), context);
        if (merge) {
            deletion.delete(document.doctype(), document.name(), DeleteOptions.DEFAULT, context);
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("indicator", "green");
        attributes.put("alert", 1);
        context.answer()
                .message(new Answer.Message(
                        "Document renamed from %s to %s".formatted(bold(document.name()), bold(name)), attributes));
    }

    private static String bold(String text) {
        return "<strong>" + text + "</strong>";
    }

    private static void comment(String doctype, String name, String text, Context context) {
        if (!context.hasDoctype("Comment")) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("comment_type", "Edit");
        values.put("comment_email", context.user());
        values.put("reference_doctype", doctype);
        values.put("reference_name", name);
        values.put("content", text);
        Documents documents = context.with(context.flags().ignoringPermissions().ignoringLinks())
                .documents();
        documents.insert(documents.create("Comment", values));
    }
}
