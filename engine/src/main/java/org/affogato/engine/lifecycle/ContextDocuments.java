package org.affogato.engine.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.db.RowReaders;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.query.ListQueries;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DeleteOptions;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** The documents as one context sees them. */
public final class ContextDocuments implements Documents {
    private final Context context;
    private final Lifecycle lifecycle;
    private final ListQueries lists;
    private final GivenValues given;

    public ContextDocuments(Context context, Lifecycle lifecycle, ListQueries lists) {
        this.context = context;
        this.lifecycle = lifecycle;
        this.lists = lists;
        this.given = new GivenValues(context, lifecycle.events());
    }

    @Override
    public Document create(String doctype, Map<String, ? extends @Nullable Object> values) {
        return given.create(context.meta(doctype), values);
    }

    @Override
    public Document createWithDefaults(String doctype, Map<String, ? extends @Nullable Object> values) {
        Document document = create(doctype, values);
        document.markNew(true);
        lifecycle.defaults().fill(document, context);
        return document;
    }

    @Override
    public Document append(Document parent, String fieldname, Map<String, ? extends @Nullable Object> values) {
        DocField table = parent.meta().field(fieldname);
        if (table == null || !table.type().isTable()) {
            throw new ValidationError(parent.doctype() + " has no table " + fieldname);
        }
        List<Document> rows = parent.rows(fieldname);
        Document row = given.row(parent, table, values, rows.size() + 1);
        rows.add(row);
        return row;
    }

    @Override
    public void update(Document document, Map<String, ? extends @Nullable Object> values) {
        given.putAll(document, values);
    }

    @Override
    public Document get(String doctype, String name) {
        return find(doctype, name).orElseThrow(() -> Lifecycle.notFound(doctype, name));
    }

    @Override
    public Document getForUpdate(String doctype, String name) {
        return lifecycle
                .loading()
                .find(doctype, name, true, context)
                .orElseThrow(() -> Lifecycle.notFound(doctype, name));
    }

    @Override
    public Optional<Document> find(String doctype, String name) {
        return lifecycle.loading().find(doctype, name, false, context);
    }

    @Override
    public boolean exists(String doctype, String name) {
        Meta meta = context.meta(doctype);
        if (meta.isSingle()) {
            return true;
        }
        return meta.isVirtual()
                ? find(doctype, name).isPresent()
                : stored(meta, name, List.of("name")).isPresent();
    }

    @Override
    public @Nullable Object value(String doctype, String name, String fieldname) {
        return values(doctype, name, List.of(fieldname))
                .map(values -> values.get(fieldname))
                .orElse(null);
    }

    @Override
    public Optional<Map<String, @Nullable Object>> values(String doctype, String name, List<String> fieldnames) {
        Meta meta = context.meta(doctype);
        if (meta.isSingle() || meta.isVirtual()) {
            return find(doctype, name).map(Document::values);
        }
        return stored(meta, name, fieldnames);
    }

    private Optional<Map<String, @Nullable Object>> stored(Meta meta, String name, List<String> columns) {
        for (String column : columns) {
            if (!meta.isColumn(column)) {
                throw new ValidationError("%s has no column %s".formatted(meta.name(), column));
            }
        }
        return context
                .database()
                .query(
                        "SELECT " + SqlText.quoteAll(columns) + " FROM " + SqlText.quote(meta.table())
                                + " WHERE `name` = ?",
                        List.of(name),
                        RowReaders.maps())
                .stream()
                .findFirst();
    }

    @Override
    public @Nullable Object single(String doctype, String fieldname) {
        DocField field = context.meta(doctype).field(fieldname);
        List<@Nullable Object> stored = context.database()
                .query(
                        "SELECT `value` FROM `tabSingles` WHERE `doctype` = ? AND `field` = ?",
                        List.of(doctype, fieldname),
                        row -> row.getString(1));
        Object value = stored.isEmpty() ? null : stored.getFirst();
        if (field == null) {
            return value;
        }
        return field.type().stored(field, field.type().read(value));
    }

    @Override
    public List<Map<String, @Nullable Object>> list(ListRequest request) {
        return lists.list(context, request);
    }

    @Override
    public long count(ListRequest request) {
        return lists.count(context, request);
    }

    @Override
    public Document insert(Document document) {
        return lifecycle.insert(document, context);
    }

    @Override
    public Document insertIfAbsent(Document document) {
        String name = likelyName(document);
        Optional<Document> there = name.isEmpty() ? Optional.empty() : find(document.doctype(), name);
        return there.orElseGet(() -> insert(document));
    }

    /** The name that the document has or would get from the field it is named by. */
    private static String likelyName(Document document) {
        String rule = document.meta().autoname();
        return document.name().isEmpty() && rule.startsWith("field:")
                ? document.text(rule.substring("field:".length()))
                : document.name();
    }

    @Override
    public Document save(Document document) {
        return lifecycle.save(document, context);
    }

    @Override
    public Document submit(Document document) {
        return save(document.set("docstatus", 1L));
    }

    @Override
    public Document cancel(Document document) {
        return save(document.set("docstatus", 2L));
    }

    @Override
    public void delete(String doctype, String name) {
        delete(doctype, name, DeleteOptions.DEFAULT);
    }

    @Override
    public void delete(String doctype, String name, DeleteOptions options) {
        lifecycle.deletion().delete(doctype, name, options, context);
    }

    @Override
    public String rename(String doctype, String name, String newName, boolean merge) {
        return lifecycle.renaming().rename(doctype, name, newName, merge, context);
    }

    @Override
    public void rebuildTree(String doctype) {
        lifecycle.trees().rebuild(context.meta(doctype), context);
    }

    @Override
    public void setValues(Document document, Map<String, ? extends @Nullable Object> values, boolean touchModified) {
        lifecycle.directWrite().set(document, values, touchModified, context);
    }

    @Override
    public void run(Document document, DocEvent event) {
        lifecycle.events().run(event, document, context);
    }
}
