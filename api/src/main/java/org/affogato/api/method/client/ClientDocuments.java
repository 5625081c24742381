package org.affogato.api.method.client;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.error.Notices;
import org.affogato.api.json.AsDict;
import org.affogato.api.json.Json;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.FrappeTypeError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Right;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Reads and writes single documents over RPC. Frappe: {@code frappe.client}. */
@Singleton
public class ClientDocuments implements WhitelistedMethods {
    private static final int MOST_INSERTS = 200;

    @Whitelisted("frappe.client.get")
    @Requires(access = Access.ANY_USER)
    public AsDict get(
            Context context, String doctype, @Nullable String name, @Nullable Object filters, @Nullable String parent) {
        ChildTables.checkParent(context, doctype, parent);
        Document document = context.documents().get(doctype, nameOf(context, doctype, name, filters, parent));
        context.permissions().check(Right.READ, document);
        return new AsDict(document);
    }

    /** Looks among the documents that the caller may see: whether another matches is nothing they may learn. */
    private static String nameOf(
            Context context, String doctype, @Nullable String name, @Nullable Object filters, @Nullable String parent) {
        if (name != null && !name.isEmpty()) {
            return name;
        }
        if (filters == null || filters.equals("")) {
            return doctype; // a Single
        }
        ListRequest first = new ListRequest(
                doctype,
                List.of("name"),
                ListArguments.filtersOrName(filters),
                null,
                null,
                null,
                0,
                1,
                false,
                parent,
                true);
        List<Map<String, @Nullable Object>> rows = context.documents().list(first);
        if (rows.isEmpty()) {
            throw new DoesNotExistError(doctype + " matching the filters not found");
        }
        return String.valueOf(rows.getFirst().get("name"));
    }

    @Whitelisted(
            value = "frappe.client.insert",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public AsDict insert(Context context, Map<String, @Nullable Object> doc) {
        return new AsDict(insertOne(context, doc));
    }

    @Whitelisted(
            value = "frappe.client.insert_many",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public List<String> insertMany(Context context, List<?> docs) {
        if (docs.size() > MOST_INSERTS) {
            throw new ValidationError("Only " + MOST_INSERTS + " inserts are allowed in one request");
        }
        List<String> names = new ArrayList<>();
        for (Object doc : docs) {
            names.add(insertOne(context, Json.object(doc)).name());
        }
        return names;
    }

    private static Document insertOne(Context context, Map<String, @Nullable Object> values) {
        String doctype = doctypeOf(values);
        if (context.meta(doctype).isChild()) {
            return ChildTables.insert(context, values);
        }
        return context.documents().insert(context.documents().create(doctype, values));
    }

    @Whitelisted(
            value = "frappe.client.save",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public AsDict save(Context context, Map<String, @Nullable Object> doc) {
        return new AsDict(context.documents().save(given(context, doc)));
    }

    @Whitelisted(
            value = "frappe.client.submit",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public AsDict submit(Context context, Map<String, @Nullable Object> doc) {
        return new AsDict(context.documents().submit(given(context, doc)));
    }

    /** The document as the caller holds it; one with a name counts as stored. */
    private static Document given(Context context, Map<String, @Nullable Object> values) {
        Document document = context.documents().create(doctypeOf(values), values);
        Object local = values.get("__islocal");
        boolean isLocal = local != null && !local.equals(0L) && !local.equals(false) && !local.equals("");
        document.markNew(isLocal || document.name().isEmpty());
        return document;
    }

    @Whitelisted(
            value = "frappe.client.cancel",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public AsDict cancel(Context context, String doctype, String name) {
        return new AsDict(context.documents().cancel(context.documents().get(doctype, name)));
    }

    @Whitelisted(
            value = "frappe.client.delete",
            verbs = {"DELETE", "POST"})
    @Requires(access = Access.ANY_USER)
    public void delete(Context context, String doctype, String name) {
        if (context.hasDoctype(doctype) && context.meta(doctype).isChild()) {
            ChildTables.delete(context, doctype, name);
            return;
        }
        context.documents().delete(doctype, name);
    }

    @Whitelisted(
            value = "frappe.client.rename_doc",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public String rename(
            Context context, String doctype, Object oldName, Object newName, @Argument(otherwise = "0") boolean merge) {
        if (!(oldName instanceof String from && newName instanceof String to)) {
            throw new FrappeTypeError("Names are texts, also where a DocType numbers its documents");
        }
        return context.documents().rename(doctype, from, to, merge);
    }

    @Whitelisted(
            value = "frappe.client.set_value",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public AsDict setValue(
            Context context, String doctype, @Nullable String name, Object fieldname, @Nullable Object value) {
        if (isStandard(fieldname)) {
            throw new ValidationError("Standard fields are set by the server only");
        }
        Map<String, @Nullable Object> values = values(fieldname, value);
        String target = name == null && context.meta(doctype).isSingle() ? doctype : String.valueOf(name);
        if (context.meta(doctype).isChild()) {
            Document parent = ChildTables.parentOf(context, doctype, target);
            context.documents().update(ChildTables.row(parent, doctype, target), values);
            return new AsDict(context.documents().save(parent));
        }
        Document document = context.documents().get(doctype, target);
        context.documents().update(document, values);
        return new AsDict(context.documents().save(document));
    }

    private static boolean isStandard(Object fieldname) {
        return fieldname.equals("doctype")
                || StandardFields.DEFAULT.contains(fieldname)
                || StandardFields.CHILD.contains(fieldname);
    }

    /** Either one field with its value, or an object of several in place of the field. */
    private static Map<String, @Nullable Object> values(Object fieldname, @Nullable Object value) {
        boolean empty = value == null || value.equals("") || value.equals(0L) || value.equals(false);
        Object several = empty ? Json.readIfJson(fieldname) : fieldname;
        if (empty && several instanceof Map<?, ?>) {
            return Json.object(several);
        }
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put(fieldname.toString(), empty ? "" : value);
        return one;
    }

    /** Saves each document by itself; what fails is undone and reported while the others stay. */
    @Whitelisted(
            value = "frappe.client.bulk_update",
            verbs = {"POST", "PUT"})
    @Requires(access = Access.ANY_USER)
    public Map<String, Object> bulkUpdate(Context context, String docs) {
        List<Map<String, Object>> failed = new ArrayList<>();
        for (Object doc : Json.list(docs)) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(Json.object(doc));
            values.remove("flags");
            try {
                context.database().savepoint(() -> updateOne(context, values));
            } catch (EngineException error) {
                Notices.of(error).forEach(context.answer()::message);
                failed.add(failure(values, error));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("failed_docs", failed);
        return result;
    }

    private static void updateOne(Context context, Map<String, @Nullable Object> values) {
        Object name = values.get("docname");
        if (name == null) {
            throw new ValidationError("A document to update needs docname");
        }
        Document document = context.documents().get(doctypeOf(values), name.toString());
        context.documents().update(document, values);
        context.documents().save(document);
    }

    private static Map<String, Object> failure(Map<String, @Nullable Object> values, EngineException error) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("doc", values);
        failure.put("exc", error.getClass().getSimpleName() + ": " + error.getMessage());
        return failure;
    }

    private static String doctypeOf(Map<String, @Nullable Object> values) {
        Object doctype = values.get("doctype");
        if (doctype == null) {
            throw new ValidationError("The document does not say its doctype");
        }
        return doctype.toString();
    }
}
