package org.affogato.engine.document;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/**
 * One record in memory, the only mutable type of the engine. Values are String, Long, Double, BigDecimal, LocalDate,
 * LocalDateTime, Duration or null; absent, null and empty differ. Rows of a child table are Documents of their own.
 * Frappe: {@code Document}, {@code BaseDocument}.
 */
public final class Document {
    private final Meta meta;
    private final Map<String, @Nullable Object> values;
    private final Map<String, List<Document>> tables = new LinkedHashMap<>(4);
    private @Nullable Map<String, @Nullable Object> given;
    private boolean isNew;
    private @Nullable Document before;

    private Document(Meta meta, boolean isNew, Map<String, @Nullable Object> values) {
        this.meta = meta;
        this.isNew = isNew;
        this.values = values;
    }

    /** A document that is not in the database yet, without any value. */
    public static Document fresh(Meta meta) {
        return new Document(meta, true, new LinkedHashMap<>());
    }

    /** A document as it was read; takes the map over. */
    public static Document stored(Meta meta, Map<String, @Nullable Object> values) {
        return new Document(meta, false, values);
    }

    public Meta meta() {
        return meta;
    }

    public String doctype() {
        return meta.name();
    }

    /** The name; empty while the document has none. Autoincrement names read as text. */
    public String name() {
        Object name = values.get("name");
        return name == null ? "" : name.toString();
    }

    public DocRef ref() {
        return new DocRef(doctype(), name());
    }

    public boolean isNew() {
        return isNew;
    }

    public void markNew(boolean fresh) {
        this.isNew = fresh;
    }

    /** The document as it was before the running save; null for a new one. Frappe: {@code get_doc_before_save}. */
    public @Nullable Document before() {
        return before;
    }

    public void rememberBefore(@Nullable Document stored) {
        this.before = stored;
    }

    /** A plain value; null where it is absent, null, or the field holds rows. */
    public @Nullable Object get(String fieldname) {
        return values.get(fieldname);
    }

    /** Whether a value was given, null included. */
    public boolean has(String fieldname) {
        return values.containsKey(fieldname) || tables.containsKey(fieldname);
    }

    /** Text of a value; empty for none. */
    public String text(String fieldname) {
        Object value = values.get(fieldname);
        return value == null ? "" : value.toString();
    }

    /** A value as a whole number; 0 for none or no number. */
    public long integer(String fieldname) {
        Object value = values.get(fieldname);
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value != null && value.toString().strip().matches("-?\\d{1,18}")
                ? Long.parseLong(value.toString().strip())
                : 0;
    }

    public boolean check(String fieldname) {
        return integer(fieldname) != 0;
    }

    public Document set(String fieldname, @Nullable Object value) {
        values.put(fieldname, value);
        forgetGiven(fieldname);
        return this;
    }

    private void forgetGiven(String fieldname) {
        if (given != null) {
            given.remove(fieldname);
        }
    }

    /** Puts a value in the form of its type in the place of the same value as it was given, which stays known. */
    public Document cast(String fieldname, @Nullable Object form) {
        Object former = values.put(fieldname, form);
        if (!Objects.equals(former, form)) {
            given = given == null ? new HashMap<>() : given;
            given.putIfAbsent(fieldname, former);
        }
        return this;
    }

    /** The value as the caller or the rule that set it gave it, before it was cast. */
    public @Nullable Object given(String fieldname) {
        return given != null && given.containsKey(fieldname) ? given.get(fieldname) : values.get(fieldname);
    }

    public void remove(String fieldname) {
        values.remove(fieldname);
        tables.remove(fieldname);
        forgetGiven(fieldname);
    }

    /** The rows of a child table, to read and to change; an empty list for none. */
    public List<Document> rows(String fieldname) {
        return tables.computeIfAbsent(fieldname, key -> new ArrayList<>());
    }

    public void setRows(String fieldname, List<Document> rows) {
        tables.put(fieldname, new ArrayList<>(rows));
    }

    /** Every row of every child table, table by table. */
    public List<Document> allRows() {
        List<Document> all = new ArrayList<>();
        for (DocField table : meta.tableFields()) {
            all.addAll(tables.getOrDefault(table.fieldname(), List.of()));
        }
        return all;
    }

    public DocStatus docstatus() {
        return DocStatus.of(integer("docstatus"));
    }

    public @Nullable LocalDateTime modified() {
        return values.get("modified") instanceof LocalDateTime at ? at : null;
    }

    public String owner() {
        return text("owner");
    }

    /** Whether a value differs from the one before the running save; true for a new document. */
    public boolean hasChanged(String fieldname) {
        return before == null || !Objects.equals(before.get(fieldname), get(fieldname));
    }

    /** The plain values in their order, without rows: a live view, for engine code that stores or writes them out. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** A deep copy that shares nothing with this one. */
    public Document copy() {
        Document copy = new Document(meta, isNew, new LinkedHashMap<>(values));
        tables.forEach((field, rows) -> copy.tables.put(
                field, new ArrayList<>(rows.stream().map(Document::copy).toList())));
        copy.given = given == null ? null : new HashMap<>(given);
        copy.before = before;
        return copy;
    }

    @Override
    public String toString() {
        return ref().toString();
    }
}
