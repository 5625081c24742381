package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.db.RowReaders;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.DataError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Finds documents for a Link field by what a user types. Frappe: {@code desk/search.py}. */
public final class LinkSearch {
    private static final Set<String> SEARCHED =
            Set.of("Data", "Text", "Small Text", "Long Text", "Link", "Select", "Read Only", "Text Editor");

    /**
     * What is looked for.
     *
     * @param filters as of a list
     * @param field a field to show beside the search fields, or empty
     * @param restricted whether the caller's permissions apply
     */
    public record Wanted(
            String doctype,
            String text,
            @Nullable Object filters,
            String field,
            long start,
            long limit,
            boolean restricted) {}

    /** Answers {@code value}, {@code description} and, where titles stand for names, {@code label}. */
    public List<Map<String, Object>> search(Context context, Wanted wanted) {
        Meta meta = context.meta(wanted.doctype());
        List<Map<String, @Nullable Object>> rows = rows(context, wanted, meta);
        String typed = wanted.text().toLowerCase(Locale.ROOT);
        Comparator<Map<String, @Nullable Object>> order =
                Comparator.comparing(row -> !name(row).toLowerCase(Locale.ROOT).startsWith(typed));
        boolean titled = meta.is("show_title_field_in_link");
        return rows.stream()
                .sorted(order.thenComparing(LinkSearch::name))
                .map(row -> titled ? titled(row, meta.titleField()) : plain(row))
                .toList();
    }

    private static String name(Map<String, @Nullable Object> row) {
        return Texts.of(row.get("name"));
    }

    private static Map<String, Object> plain(Map<String, @Nullable Object> row) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("value", Objects.requireNonNull(row.get("name")));
        found.put(
                "description",
                description(row.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("name"))
                        .map(Map.Entry::getValue)
                        .toList()));
        return found;
    }

    /** The title is what people see; the name goes into the description. */
    private static Map<String, Object> titled(Map<String, @Nullable Object> row, String title) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("value", Objects.requireNonNull(row.get("name")));
        found.put("label", Optional.ofNullable(row.get(title)).orElse(""));
        found.put(
                "description",
                description(row.entrySet().stream()
                        .filter(entry ->
                                entry.getKey().equals("name") || !entry.getKey().equals(title))
                        .map(Map.Entry::getValue)
                        .toList()));
        return found;
    }

    private static String description(List<? extends @Nullable Object> parts) {
        return parts.stream()
                .filter(part -> !Loose.isEmpty(part))
                .map(Texts::of)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, @Nullable Object>> rows(Context context, Wanted wanted, Meta meta) {
        ListRequest request =
                new ListRequest(meta.name(), List.of(), null, null, null, null, 0, 0, false, null, wanted.restricted());
        Optional<Condition> visible = Planner.rows(context, request, meta);
        if (meta.isSingle() || meta.isVirtual()) {
            throw new DataError("%s has no rows to search".formatted(meta.name()));
        }
        boolean restricted = Planner.isRestricted(context, request);
        Sources sources = new Sources(context, meta, restricted);
        FilterParser parser = new FilterParser(context, sources, FilterParser.Manner.LENIENT);
        List<Filter> all = new ArrayList<>(parser.parse(wanted.filters()));
        all.addAll(parser.parse(usable(meta)));
        List<Field> fields = fields(sources.main(), new ReadableColumns(context, request, restricted), wanted.field());
        QueryPlan plan = new QueryPlan(
                sources,
                false,
                fields,
                all,
                parser.parse(matching(meta, wanted.text())),
                visible,
                List.of(),
                order(sources.main(), wanted.text()),
                wanted.start(),
                wanted.limit());
        SqlBuilder sql = QuerySql.write(plan, new ListFilterSql(context), context::meta);
        return context.database().query(sql.sql(), sql.values(), RowReaders.maps());
    }

    /** Documents that are switched off are not offered. */
    private static List<?> usable(Meta meta) {
        List<List<Object>> filters = new ArrayList<>();
        if (isCheck(meta, "enabled")) {
            filters.add(List.of("enabled", "=", 1));
        }
        if (isCheck(meta, "disabled")) {
            filters.add(List.of("disabled", "!=", 1));
        }
        return filters;
    }

    private static boolean isCheck(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        return field != null && field.fieldtype().equals("Check");
    }

    private static List<?> matching(Meta meta, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(List.of("name", meta.titleField()));
        names.addAll(meta.searchFields());
        return names.stream()
                .filter(name -> name.equals("name") || isSearched(meta, name))
                .map(name -> List.of(name, "like", "%" + text + "%"))
                .toList();
    }

    private static boolean isSearched(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        return field != null && SEARCHED.contains(field.fieldtype()) && field.hasColumn();
    }

    private static List<Field> fields(Source source, ReadableColumns readable, String wanted) {
        Set<String> names = new LinkedHashSet<>(List.of("name", source.meta().titleField()));
        if (!wanted.isEmpty()) {
            names.add(known(source, wanted));
        }
        names.addAll(source.meta().searchFields());
        return names.stream()
                .filter(name -> readable.shows(source, name))
                .map(name -> new Field(new Expression.Column(source, name), name))
                .toList();
    }

    private static String known(Source source, String fieldname) {
        if (!source.hasColumn(fieldname)) {
            throw new DataError("Invalid Search Field %s".formatted(fieldname));
        }
        return fieldname;
    }

    /** Names that hold the text early come first, then what is linked to often. */
    private static List<Sort> order(Source source, String text) {
        String plain = text.replace("%", "").replace("@", "");
        List<Sort> sorts = new ArrayList<>();
        sorts.add(new Sort(new Expression.Relevance(new Expression.Column(source, "name"), plain), true));
        sorts.add(new Sort(new Expression.Column(source, "idx"), true));
        sorts.addAll(DefaultOrder.of(source));
        return sorts;
    }
}
