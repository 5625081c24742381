package org.affogato.engine.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of documents: one statement for the document, one for each of its child tables. Knows no
 * rules; those are the lifecycle's.
 */
public final class DocumentStore {
    /** Rows of one statement at most; keeps packets small. */
    private static final int ROWS_AT_ONCE = 200;

    private final Cache<Meta, DocumentSql> statements =
            Caffeine.newBuilder().weakKeys().build();

    /** The document with its rows, or empty; the row is locked on demand. */
    public Optional<Document> load(Context context, Meta meta, String name, boolean forUpdate) {
        return meta.isSingle() ? Optional.of(loadSingle(context, meta)) : loadRow(context, meta, name, forUpdate);
    }

    private Optional<Document> loadRow(Context context, Meta meta, String name, boolean forUpdate) {
        DocumentSql sql = sql(meta);
        List<Map<String, @Nullable Object>> found = read(context, sql.select(forUpdate), name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Document document = Document.stored(meta, found.getFirst());
        loadTables(context, document);
        return Optional.of(document);
    }

    private List<Map<String, @Nullable Object>> read(Context context, String select, String name) {
        if (select.endsWith("FOR UPDATE")) {
            context.database().begin();
        }
        return context.database().query(select, List.of(name), RowReaders.maps());
    }

    /** Fills the rows of every child table. */
    public void loadTables(Context context, Document document) {
        for (DocField table : document.meta().tableFields()) {
            if (!table.virtual() && table.options() != null && context.hasDoctype(table.options())) {
                document.setRows(table.fieldname(), loadRows(context, document, table, table.options()));
            }
        }
    }

    private List<Document> loadRows(Context context, Document parent, DocField table, String childType) {
        Meta child = context.meta(childType);
        if (child.isVirtual() || !child.isChild()) {
            return List.of();
        }
        List<Document> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> values : context.database()
                .query(
                        sql(child).selectChildren(),
                        List.of(parent.name(), parent.doctype(), table.fieldname()),
                        RowReaders.maps())) {
            Document row = Document.stored(child, values).set("parent", parent.get("name"));
            rows.add(row.integer("idx") == 0 ? row.set("idx", rows.size() + 1L) : row);
        }
        return rows;
    }

    private Document loadSingle(Context context, Meta meta) {
        Map<String, @Nullable Object> stored = new LinkedHashMap<>();
        context.database().stream(
                "SELECT `field`, `value` FROM `tabSingles` WHERE `doctype` = ?",
                List.of(meta.name()),
                row -> stored.put(row.getString(1), row.getString(2)));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", meta.name());
        meta.columns().stream()
                .filter(stored::containsKey)
                .forEach(column -> values.put(column, standardValue(column, stored.get(column))));
        for (DocField field : meta.columnFields()) {
            values.put(field.fieldname(), field.type().cast(field, stored.get(field.fieldname())));
        }
        values.put("name", meta.name());
        Document document = Document.stored(meta, values);
        loadTables(context, document);
        return document;
    }

    /** Of the standard values of a Single, all stored as text, docstatus alone reads as the number that it is. */
    private static @Nullable Object standardValue(String column, @Nullable Object stored) {
        return column.equals("docstatus") && stored instanceof String text && text.matches("\\d{1,18}")
                ? Long.valueOf(text)
                : stored;
    }

    /** Inserts rows of one DocType with as few statements as their number allows. */
    public void insert(Database database, Meta meta, Collection<Document> documents) {
        List<Document> rest = new ArrayList<>(documents);
        while (!rest.isEmpty()) {
            List<Document> part = rest.subList(0, Math.min(rest.size(), ROWS_AT_ONCE));
            insertPart(database, meta, part);
            part.clear();
        }
    }

    private void insertPart(Database database, Meta meta, List<Document> documents) {
        DocumentSql sql = sql(meta);
        List<@Nullable Object> values = new ArrayList<>();
        for (Document document : documents) {
            for (String column : sql.columns()) {
                values.add(bound(meta, document, column));
            }
        }
        database.execute(sql.insert(documents.size()), values.toArray());
    }

    /** Updates the named columns of one document's row. */
    public void update(Database database, Document document, Collection<String> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(bound(document.meta(), document, column)));
        values.add(document.get("name"));
        database.execute(sql(document.meta()).update(columns), values.toArray());
    }

    /** Updates the named columns of several rows of one DocType in one batch. */
    public void updateAll(Database database, Meta meta, Collection<Document> documents, Collection<String> columns) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Document document : documents) {
            List<@Nullable Object> values = new ArrayList<>();
            columns.forEach(column -> values.add(bound(meta, document, column)));
            values.add(document.get("name"));
            rows.add(values);
        }
        database.executeBatch(sql(meta).update(columns), rows);
    }

    /** Writes a Single: one row a field, all of them anew. */
    public void writeSingle(Database database, Document document) {
        Meta meta = document.meta();
        database.execute("DELETE FROM `tabSingles` WHERE `doctype` = ?", meta.name());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String column : meta.columns()) {
            if (document.has(column)) {
                rows.add(java.util.Arrays.asList(
                        meta.name(), column, SingleText.of(value(meta.field(column), document, column))));
            }
        }
        database.executeBatch("INSERT INTO `tabSingles` (`doctype`, `field`, `value`) VALUES (?, ?, ?)", rows);
    }

    /** Deletes rows of one DocType by name. */
    public void delete(Database database, Meta meta, Collection<?> names) {
        if (!names.isEmpty()) {
            database.execute(sql(meta).delete(names.size()), names.toArray());
        }
    }

    private static @Nullable Object bound(Meta meta, Document document, String column) {
        DocField field = meta.field(column);
        Object value = value(field, document, column);
        return field == null ? value : field.type().write(field, value);
    }

    private static @Nullable Object value(@Nullable DocField field, Document document, String column) {
        Object value = document.get(column);
        return value == null && field != null ? field.type().unset(field) : value;
    }

    private DocumentSql sql(Meta meta) {
        return statements.get(meta, DocumentSql::new);
    }
}
