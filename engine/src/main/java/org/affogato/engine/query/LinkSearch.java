package org.affogato.engine.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param fields to show beside the search fields
     * @param linkedFrom the DocType whose Link field asks, for User Permissions that count there only; null for none
     * @param restricted whether the caller sees some rows only; permlevels always count
     */
    public record Wanted(
            String doctype,
            String text,
            @Nullable Object filters,
            List<String> fields,
            @Nullable String linkedFrom,
            long start,
            long limit,
            boolean restricted) {
        public static Wanted of(String doctype, String text, @Nullable Object filters) {
            return new Wanted(doctype, text, filters, List.of(), null, 0, 0, true);
        }

        public Wanted showing(List<String> more) {
            return new Wanted(doctype, text, filters, more, linkedFrom, start, limit, restricted);
        }

        public Wanted linkedFrom(@Nullable String linking) {
            return new Wanted(doctype, text, filters, fields, linking, start, limit, restricted);
        }

        public Wanted page(long from, long rows) {
            return new Wanted(doctype, text, filters, fields, linkedFrom, from, rows, restricted);
        }

        public Wanted restricted(boolean narrowed) {
            return new Wanted(doctype, text, filters, fields, linkedFrom, start, limit, narrowed);
        }
    }

    /**
     * The rows by relevance: {@code name}, {@code label} where titles stand for names, title, the wanted fields, the
     * search fields.
     */
    public List<Map<String, @Nullable Object>> rows(Context context, Wanted wanted) {
        Meta meta = context.meta(wanted.doctype());
        List<Map<String, @Nullable Object>> rows = query(context, wanted, meta);
        if (isTranslated(meta)) {
            rows.removeIf(row -> !holds(row, wanted.text()));
        }
        String typed = wanted.text().toLowerCase(Locale.ROOT);
        Comparator<Map<String, @Nullable Object>> order =
                Comparator.comparing(row -> !name(row).toLowerCase(Locale.ROOT).startsWith(typed));
        rows.sort(order.thenComparing(LinkSearch::name));
        return rows;
    }

    /** People look for such documents by names that the table does not hold. */
    private static boolean isTranslated(Meta meta) {
        return meta.is("translated_doctype");
    }

    private static boolean holds(Map<String, @Nullable Object> row, String text) {
        String typed = text.toLowerCase(Locale.ROOT);
        return row.values().stream()
                .anyMatch(value -> Texts.of(value).toLowerCase(Locale.ROOT).contains(typed));
    }

    private static String name(Map<String, @Nullable Object> row) {
        return Texts.of(row.get("name"));
    }

    private static List<Map<String, @Nullable Object>> query(Context context, Wanted wanted, Meta meta) {
        ListRequest request =
                new ListRequest(meta.name(), List.of(), null, null, null, null, 0, 0, false, null, wanted.restricted());
        Optional<Condition> visible = visible(context, wanted, request, meta);
        if (meta.isSingle() || meta.isVirtual()) {
            throw new DataError("%s has no rows to search".formatted(meta.name()));
        }
        boolean restricted = Planner.isRestricted(context, request);
        Sources sources = new Sources(context, meta, restricted);
        ReadableColumns readable =
                new ReadableColumns(context, request, !context.flags().ignorePermissions());
        FilterParser parser = new FilterParser(context, sources, readable, FilterParser.Manner.LENIENT);
        FilterParser own = new FilterParser(
                context, sources, new ReadableColumns(context, request, false), FilterParser.Manner.LENIENT);
        List<Filter> all = new ArrayList<>(parser.parse(wanted.filters()));
        all.addAll(own.parse(usable(meta)));
        String text = isTranslated(meta) ? "" : wanted.text();
        QueryPlan plan = new QueryPlan(
                sources,
                false,
                fields(sources.main(), readable, wanted.fields()),
                all,
                parser.parse(matching(meta, readable, text)),
                visible,
                List.of(),
                order(sources.main(), text),
                wanted.start(),
                isTranslated(meta) ? 0 : wanted.limit());
        SqlBuilder sql = QuerySql.write(plan, new ListFilterSql(context), context::meta);
        return context.database().query(sql.sql(), sql.values(), RowReaders.maps());
    }

    private static Optional<Condition> visible(Context context, Wanted wanted, ListRequest request, Meta meta) {
        Optional<Condition> rows = Planner.rows(context, request, meta);
        boolean asked = wanted.linkedFrom() != null && rows.isPresent() && !meta.isChild();
        return asked
                ? context.permissions()
                        .listCondition(meta.name(), Sources.listRight(context, meta.name()), wanted.linkedFrom())
                : rows;
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

    private static List<?> matching(Meta meta, ReadableColumns readable, String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(List.of("name", meta.titleField()));
        names.addAll(meta.searchFields());
        return names.stream()
                .filter(name -> name.equals("name") || isSearched(meta, name) && !readable.isHidden(meta, name))
                .map(name -> List.of(name, "like", "%" + text + "%"))
                .toList();
    }

    private static boolean isSearched(Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        return field != null && SEARCHED.contains(field.fieldtype()) && field.hasColumn();
    }

    private static List<Field> fields(Source source, ReadableColumns readable, List<String> wanted) {
        Set<String> names = new LinkedHashSet<>(List.of("name", source.meta().titleField()));
        wanted.forEach(field -> names.add(known(source, field)));
        names.addAll(source.meta().searchFields());
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (readable.shows(source, name)) {
                fields.add(new Field(new Expression.Column(source, name), name));
            }
        }
        String title = source.meta().titleField();
        if (source.meta().is("show_title_field_in_link") && readable.shows(source, title)) {
            fields.add(1, new Field(new Expression.Column(source, title), "label"));
        }
        return fields;
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
