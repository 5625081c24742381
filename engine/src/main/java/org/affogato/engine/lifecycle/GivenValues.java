package org.affogato.engine.lifecycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.LinkValidationError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a caller gave into a document: known fields only, cast; tables as rows. Keys with two leading underscores
 * are kept beside the fields, they steer the save and the answer. Frappe: {@code BaseDocument.update}.
 */
final class GivenValues {
    private final Context context;
    private final Events events;

    GivenValues(Context context, Events events) {
        this.context = context;
        this.events = events;
    }

    Document create(Meta meta, Map<String, ? extends @Nullable Object> values) {
        Document document = Document.fresh(meta);
        putAll(document, values);
        document.markNew(document.name().isEmpty() || Truth.of(values.get("__islocal")));
        fillStandard(document);
        return document;
    }

    private static void fillStandard(Document document) {
        if (document.get("docstatus") == null) {
            document.set("docstatus", 0L);
        }
        if (document.get("idx") == null) {
            document.set("idx", 0L);
        }
    }

    void putAll(Document document, Map<String, ? extends @Nullable Object> values) {
        if (values.containsKey("name")) {
            document.set("name", standard("name", values.get("name")));
        }
        values.forEach((key, value) -> put(document, key, value));
    }

    private void put(Document document, String key, @Nullable Object value) {
        Meta meta = document.meta();
        DocField field = meta.field(key);
        if (field != null && field.type().isTable()) {
            document.setRows(key, rows(document, field, value));
        } else if (field != null && field.type().hasValue()) {
            setCast(document, field, number(value));
        } else if (field == null && isKept(meta, key)) {
            document.set(key, standard(key, value));
        }
    }

    /** A docstatus that is no number counts as none. */
    private static @Nullable Object standard(String key, @Nullable Object value) {
        boolean isPlain = key.startsWith("__") || !(value instanceof List || value instanceof Map);
        if (!isPlain && !key.equals("docstatus")) {
            throw new ValidationError("Value for " + key + " has to be a single one");
        }
        return isPlain ? number(value) : (Object) 0L;
    }

    private boolean isKept(Meta meta, String key) {
        return key.startsWith("__") && !key.equals("__islocal")
                || meta.columns().contains(key) && !key.equals("name")
                || !meta.isChild() && StandardFields.OPTIONAL.contains(key)
                || events.controller(meta.name()).transientKeys().contains(key);
    }

    /** A Select's value is stripped for good; of others what was given stays known beside its cast. */
    private static void setCast(Document document, DocField field, @Nullable Object value) {
        if (value instanceof List<?> list && !field.fieldtype().equals("JSON")) {
            throw refused(field, list);
        }
        Object cast = field.type().cast(field, value);
        if (field.fieldtype().equals("Select")) {
            document.set(field.fieldname(), cast);
        } else {
            document.set(field.fieldname(), value).cast(field.fieldname(), cast);
        }
    }

    private static EngineException refused(DocField field, List<?> list) {
        String message = "Value for " + field.label() + " cannot be a list";
        return field.fieldtype().equals("Link") && !list.isEmpty()
                ? new LinkValidationError(message)
                : new ValidationError(message);
    }

    /** Whole numbers of any width are Long in a document. */
    private static @Nullable Object number(@Nullable Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case Short whole -> whole.longValue();
            case BigInteger whole when whole.bitLength() < 64 -> whole.longValue();
            case Float fraction -> fraction.doubleValue();
            case null -> null;
            default -> value;
        };
    }

    private List<Document> rows(Document parent, DocField table, @Nullable Object value) {
        if (!Truth.of(value)) {
            return List.of();
        }
        if (!(value instanceof Iterable<?> given)) {
            throw new ValidationError("Value for " + table.label() + " must be a list of rows");
        }
        List<Document> rows = new ArrayList<>();
        given.forEach(row -> rows.add(row(parent, table, row, rows.size() + 1)));
        return rows;
    }

    Document row(Document parent, DocField table, @Nullable Object value, int place) {
        Document row = switch (value) {
            case Document made -> made;
            case Map<?, ?> given -> create(context.meta(target(table)), keyed(given));
            case null -> create(context.meta(target(table)), Map.of());
            default -> throw new ValidationError("Value for " + table.label() + " must be a list of rows");
        };
        row.set("parent", parent.get("name"))
                .set("parenttype", parent.doctype())
                .set("parentfield", table.fieldname());
        if (!Truth.of(row.get("idx"))) {
            row.set("idx", (long) place);
        }
        return row;
    }

    private static String target(DocField table) {
        if (table.options() == null) {
            throw new ValidationError("Options not set for table field " + table.fieldname());
        }
        return table.options();
    }

    private static Map<String, @Nullable Object> keyed(Map<?, ?> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        given.forEach((key, value) -> values.put(String.valueOf(key), value));
        return values;
    }
}
