package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Reads filters in all their shapes. Frappe: {@code get_filter}, {@code reportview.validate_filters}. */
final class FilterParser {
    private final Context context;
    private final Sources sources;
    private final ReadableColumns readable;
    private final Manner manner;

    /** Who reads the filters. */
    enum Manner {
        /** A caller's list: fields of child tables must be named with their DocType. */
        STRICT,
        /** A list of the engine or an app. */
        LENIENT,
        /** A count: knows pairs of field and value, and lists of names. */
        COUNT
    }

    FilterParser(Context context, Sources sources, ReadableColumns readable, Manner manner) {
        this.context = context;
        this.sources = sources;
        this.readable = readable;
        this.manner = manner;
    }

    /** A map, a list of conditions, or the name of a document. */
    List<Filter> parse(@Nullable Object filters) {
        return switch (filters) {
            case null -> List.of();
            case Map<?, ?> map -> ofMap(map);
            case List<?> list -> ofList(list);
            case String name when name.isEmpty() -> List.of();
            default -> List.of(filter(own(), "name", "=", Loose.single(filters)));
        };
    }

    private String own() {
        return sources.main().meta().name();
    }

    private List<Filter> ofMap(Map<?, ?> map) {
        List<Filter> found = new ArrayList<>();
        map.forEach((key, value) -> found.add(pair(String.valueOf(key), value)));
        return found;
    }

    private Filter pair(String fieldname, @Nullable Object value) {
        if (!(value instanceof List<?> condition)) {
            return filter(own(), fieldname, "=", value);
        }
        if (condition.size() < 2) {
            throw new ValidationError("The filter on %s needs an operator and a value".formatted(fieldname));
        }
        return filter(own(), fieldname, condition.get(0), condition.get(1));
    }

    private List<Filter> ofList(List<?> list) {
        boolean names = list.stream().allMatch(entry -> entry instanceof String || entry instanceof Number);
        if (manner == Manner.COUNT && names && !list.isEmpty()) {
            return List.of(filter(own(), "name", "in", list));
        }
        List<Filter> found = new ArrayList<>();
        for (Object entry : list) {
            switch (entry) {
                case List<?> condition -> found.add(condition(condition));
                case Map<?, ?> map when manner != Manner.STRICT -> found.addAll(ofMap(map));
                case String text when manner == Manner.STRICT -> throw bareText(text);
                case null, default -> throw new ValidationError("A filter must be a list of field, operator and value");
            }
        }
        return found;
    }

    /** The reference takes a text for a condition letter by letter, and answers accordingly. */
    private RuntimeException bareText(String text) {
        int letters = text.codePointCount(0, text.length());
        if (letters < 2) {
            return new ValidationError("A filter must be a list of field, operator and value");
        }
        if (letters != 3) {
            context.meta(text.substring(0, text.offsetByCodePoints(0, 1)));
        }
        return unknown(text);
    }

    private Filter condition(List<?> parts) {
        if (parts.size() == 3) {
            return filter(own(), text(parts.get(0)), parts.get(1), parts.get(2));
        }
        if (parts.size() < 2) {
            throw new ValidationError("A filter must have a field, an operator and a value");
        }
        if (parts.size() == 2 && manner == Manner.COUNT) {
            return pair(text(parts.get(0)), parts.get(1));
        }
        String doctype = text(parts.get(0));
        String fieldname = text(parts.get(1));
        if (!Source.isStandard(fieldname) && !context.meta(doctype).has(fieldname)) {
            throw unknown(fieldname);
        }
        if (parts.size() == 2) {
            throw new ValidationError("A filter must have four parts: DocType, field, operator, value");
        }
        return filter(doctype, fieldname, parts.get(2), parts.get(3));
    }

    private static String text(@Nullable Object part) {
        if (part instanceof String text) {
            return text;
        }
        throw new ValidationError("DocType and field of a filter must be text");
    }

    private Filter filter(String doctype, String fieldname, @Nullable Object operator, @Nullable Object value) {
        Source source = source(doctype, fieldname);
        DocField field = source.meta().field(fieldname);
        if (!source.hasColumn(fieldname)) {
            throw unknown(fieldname);
        }
        readable.check(source, fieldname);
        return new Filter(source, fieldname, field, operator(operator), value);
    }

    private Source source(String doctype, String fieldname) {
        if (doctype.equals(own())) {
            return manner == Manner.LENIENT ? owner(fieldname) : sources.main();
        }
        Meta meta = context.meta(doctype);
        return sources.child(doctype)
                .orElseThrow(() -> new DataError("%s is no table of %s".formatted(meta.name(), own())));
    }

    /** The listed DocType, or the first of its child tables that has the field. */
    private Source owner(String fieldname) {
        Meta meta = sources.main().meta();
        if (Source.isStandard(fieldname) || meta.has(fieldname)) {
            return sources.main();
        }
        return meta.tableFields().stream()
                .filter(table -> table.options() != null && context.hasDoctype(table.options()))
                .filter(table -> context.meta(table.options()).has(fieldname))
                .findFirst()
                .flatMap(table -> sources.child(table.options()))
                .orElseThrow(() -> unknown(fieldname));
    }

    private static Operator operator(@Nullable Object word) {
        if (Loose.isEmpty(word)) {
            return Operator.EQUAL;
        }
        Optional<Operator> operator = word instanceof String text ? Operator.of(text) : Optional.empty();
        return operator.orElseThrow(
                () -> new ValidationError("The operator of a filter must be one of %s".formatted(Operator.words())));
    }

    private static DataError unknown(String fieldname) {
        return new DataError("Field not permitted in query: %s".formatted(fieldname));
    }
}
