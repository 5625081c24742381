package org.affogato.engine.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.fieldtype.FieldTypes;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.AppRegistry;
import org.affogato.engine.registry.ControllerRegistry;
import org.affogato.engine.registry.MetaCompiler;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.Flags;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** A few DocTypes with a few documents that the tests of lists share, and short ways to list them. */
final class Library {
    private static final String BOOK = """
            {"name": "Book", "sort_field": "n", "sort_order": "DESC", "search_fields": "title", "fields": [
             {"fieldname": "title", "fieldtype": "Data"}, {"fieldname": "n", "fieldtype": "Int"},
             {"fieldname": "f", "fieldtype": "Float"}, {"fieldname": "d", "fieldtype": "Date"},
             {"fieldname": "at", "fieldtype": "Datetime"}, {"fieldname": "k", "fieldtype": "Check"},
             {"fieldname": "s", "fieldtype": "Select", "options": "\\nred\\nblue"},
             {"fieldname": "t", "fieldtype": "Small Text"}, {"fieldname": "hour", "fieldtype": "Time"},
             {"fieldname": "writer", "fieldtype": "Link", "options": "Writer"},
             {"fieldname": "shelf", "fieldtype": "Link", "options": "Shelf"},
             {"fieldname": "pay", "fieldtype": "Currency", "permlevel": 1},
             {"fieldname": "vault", "fieldtype": "Currency", "permlevel": 2},
             {"fieldname": "ghost", "fieldtype": "Data", "is_virtual": 1},
             {"fieldname": "break", "fieldtype": "Section Break"},
             {"fieldname": "pages", "fieldtype": "Table", "options": "Page"}]}
            """;
    private static final String PAGE = """
            {"name": "Page", "istable": 1, "fields": [{"fieldname": "item", "fieldtype": "Data"},
             {"fieldname": "qty", "fieldtype": "Int"}, {"fieldname": "cost", "fieldtype": "Int", "permlevel": 2}]}
            """;
    private static final String WRITER = """
            {"name": "Writer", "search_fields": "full_name,secret", "fields": [{"fieldname": "full_name", "fieldtype": "Data"},
             {"fieldname": "secret", "fieldtype": "Data", "permlevel": 2}]}
            """;
    private static final String SHELF = """
            {"name": "Shelf", "is_tree": 1, "fields": [{"fieldname": "lft", "fieldtype": "Int"},
             {"fieldname": "rgt", "fieldtype": "Int"}]}
            """;
    private static final String SETTINGS = """
            {"name": "Book Settings", "issingle": 1, "fields": [{"fieldname": "title", "fieldtype": "Data"}]}
            """;

    private final Map<String, Meta> metas = new LinkedHashMap<>();
    private final Transaction transaction;
    private final ListQueries queries = new ListQueries(new ControllerRegistry(new AppRegistry(List.of()), List.of()));
    final List<String> statements = new ArrayList<>();
    final QueryContext context;

    Library(DataSource source) {
        for (String definition : List.of(BOOK, PAGE, WRITER, SHELF, SETTINGS)) {
            Meta meta = new MetaCompiler().fromDefinition(json(definition), FieldTypes.standard());
            metas.put(meta.name(), meta);
            new TableSync(source, List.of()).sync(meta);
        }
        this.transaction = new Transaction(source, metas::get);
        Database counted = new CountedDatabase(transaction, statements);
        this.context = new QueryContext(metas, counted, GivenPermissions.ALL, Flags.NONE);
        fill();
        transaction.commit();
        statements.clear();
    }

    void close() {
        transaction.close();
    }

    private void fill() {
        book("a1", 1, 1.5, "2026-01-05", "2026-01-05 10:00:00", 1, "red", "first one", "guest", "R1a");
        book("a2", 2, 2.5, "2026-01-06", "2026-01-06 00:00:00", 0, "blue", "100% sure", "admin", "R2");
        book("b1", 3, -1, "2026-02-01", null, 1, "red", "under_score", null, null);
        book("b2", 0, 0, null, null, 0, null, "", null, null);
        book("c1", 10, 2.5, "2025-12-31", "2025-12-31 23:59:59", 0, "blue", "back\\slash", null, null);
        page("p1", "a1", 1, "x", 1);
        page("p2", "a1", 2, "y", 5);
        page("p3", "a2", 1, "x", 7);
        run("INSERT INTO `tabWriter` (`name`, `full_name`, `secret`) VALUES (?, ?, ?)", "guest", "A Guest", "hush");
        run("INSERT INTO `tabWriter` (`name`, `full_name`, `secret`) VALUES (?, ?, ?)", "admin", "The Admin", "quiet");
        shelf("R", 1, 8);
        shelf("R1", 2, 5);
        shelf("R1a", 3, 4);
        shelf("R2", 6, 7);
    }

    private void book(Object... values) {
        run(
                "INSERT INTO `tabBook` (`title`, `n`, `f`, `d`, `at`, `k`, `s`, `t`, `writer`, `shelf`, `name`, `owner`,"
                        + " `pay`, `creation`, `modified`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                concat(values, values[0], values[0] + "@example.com", 100, QueryContext.NOW, QueryContext.NOW));
    }

    private static Object[] concat(@Nullable Object[] values, Object... more) {
        List<Object> all = new ArrayList<>(java.util.Arrays.asList(values));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private void page(String name, String book, int idx, String item, int qty) {
        run(
                "INSERT INTO `tabPage` (`name`, `parent`, `parenttype`, `parentfield`, `idx`, `item`, `qty`)"
                        + " VALUES (?, ?, 'Book', 'pages', ?, ?, ?)",
                name,
                book,
                idx,
                item,
                qty);
    }

    private void shelf(String name, int lft, int rgt) {
        run("INSERT INTO `tabShelf` (`name`, `lft`, `rgt`) VALUES (?, ?, ?)", name, lft, rgt);
    }

    private void run(String sql, @Nullable Object... values) {
        transaction.execute(sql, values);
    }

    /** What a caller's list answers. */
    List<Map<String, @Nullable Object>> list(ListRequest request) {
        return queries.list(context, request);
    }

    List<Map<String, @Nullable Object>> list(ListRequest request, QueryContext other) {
        return queries.list(other, request);
    }

    long countFound(@Nullable Object filters) {
        return queries.count(
                context, new ListRequest("Book", List.of(), filters, null, null, null, 0, 0, false, null, true));
    }

    long count(String filters) {
        return queries.count(context, books(filters));
    }

    /** The names that a filter finds, in order. */
    List<String> names(String filters) {
        return names(books(filters), context);
    }

    List<String> names(ListRequest request, QueryContext other) {
        return queries.list(other, request).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    /** A caller's list of all books, by name. */
    static ListRequest books(String filters) {
        return new ListRequest("Book", List.of("name"), value(filters), null, "name", null, 0, 0, false, null, true);
    }

    static ListRequest fields(String... fields) {
        return new ListRequest("Book", List.of(fields), null, null, "name", null, 0, 0, false, null, true);
    }

    static @Nullable Object value(String json) {
        try {
            return new ObjectMapper().readValue(json, Object.class);
        } catch (JsonProcessingException error) {
            throw new IllegalArgumentException(json, error);
        }
    }

    private static Map<String, Object> json(String text) {
        try {
            return new ObjectMapper().readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException error) {
            throw new IllegalArgumentException(text, error);
        }
    }
}
