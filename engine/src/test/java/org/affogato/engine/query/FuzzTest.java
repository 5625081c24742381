package org.affogato.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever comes in at a list's parameters: rows go out, or an error that says what is wrong with the request. */
class FuzzTest {
    private static final int CALLS = 8000;
    private static final List<String> WORDS = List.of(
            "name",
            "title",
            "n",
            "f",
            "d",
            "at",
            "k",
            "s",
            "hour",
            "writer",
            "pay",
            "docstatus",
            "creation",
            "modified",
            "idx",
            "owner",
            "parent",
            "doctype",
            "_assign",
            "_seen",
            "pages",
            "pages.item",
            "writer.full_name",
            "`tabBook`.`n`",
            "`tabPage`.`qty`",
            "`tabPage`.idx",
            "`tabWriter`.name",
            "tabBook.name",
            "nope",
            "*",
            "count(name)",
            "sum(n)",
            "avg(f) as mean",
            "count(*)",
            "sum(`tabPage`.qty) as q",
            "title as t",
            "n as `a b`",
            "Book",
            "Page",
            "Writer",
            "Shelf");
    private static final List<String> POISON = List.of(
            "'",
            "\"",
            "`",
            "\\",
            ";",
            "--",
            "#",
            "/*",
            "*/",
            "@@version",
            "?",
            "%",
            "(",
            ")",
            ",",
            " or 1=1",
            " union select 1",
            "sleep(5)",
            "\u0000",
            "\n",
            "{Book}",
            "{Book.n}",
            "é",
            "日本",
            "😀",
            " as ",
            " desc",
            " asc",
            "select",
            "from",
            " ",
            "ÿ",
            "0x41",
            "1e400",
            "nan",
            "-1",
            "9999999999999999999999",
            "null",
            ":a",
            "$1");
    private static final List<String> OPERATORS = List.of(
            "=",
            "!=",
            ">",
            "<",
            ">=",
            "<=",
            "like",
            "not like",
            "in",
            "not in",
            "is",
            "between",
            "timespan",
            "previous",
            "next",
            "descendants of",
            "ancestors of",
            "not descendants of",
            "descendants of (inclusive)",
            "LIKE",
            "regexp",
            "");
    private static final List<Object> VALUES = List.of(
            "",
            "a1",
            1,
            0,
            2.5,
            true,
            false,
            "2026-01-05",
            "2026-01-05 10:00:00",
            "set",
            "not set",
            "today",
            "last week",
            "1 month",
            List.of(),
            List.of("a1", 2),
            List.of("2026-01-01", "2026-02-01"),
            List.of("2026-01-01"),
            Map.of("a", 1),
            "10:00:00",
            "2026-13-45",
            "1,2,3",
            1e308,
            Long.MAX_VALUE,
            "R",
            List.of(List.of(1)),
            "0000-00-00",
            "25:61:61");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Library library;

    private final Random random = new Random(20260211);

    @BeforeAll
    static void open() {
        library = new Library(DATABASE.dataSource());
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void answersRowsOrSaysWhatIsWrong() {
        int answered = 0;
        for (int i = 0; i < CALLS; i++) {
            ListRequest request = request();
            answered += answers(i, request) ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(CALLS / 50);
    }

    private boolean answers(int call, ListRequest request) {
        try {
            library.list(request);
            return true;
        } catch (ValidationError | PermissionError expected) {
            return false;
        } catch (EngineException error) {
            return fail("call %d: %s -> %s".formatted(call, request, error), error);
        } catch (RuntimeException error) {
            return fail("call %d: %s".formatted(call, request), error);
        }
    }

    @Test
    void countsOrSaysWhatIsWrong() {
        for (int i = 0; i < CALLS / 4; i++) {
            Object filters = filters();
            try {
                library.countFound(filters);
            } catch (ValidationError | PermissionError expected) {
                continue;
            } catch (RuntimeException error) {
                fail("call %d: %s".formatted(i, filters), error);
            }
        }
    }

    @Test
    void writesNoTextOfTheCallerIntoTheStatement() {
        List<String> first = shapes("alpha", 1);
        List<String> second = shapes("x' or `n` -- ? {Book}", 99);
        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    private static List<String> shapes(String text, int number) {
        library.statements.clear();
        for (String operator : List.of("=", "!=", ">", "<", "like", "not like")) {
            library.list(books(List.of(List.of("title", operator, text), List.of("n", operator, number))));
        }
        library.list(
                books(List.of(List.of("title", "in", List.of(text, text)), List.of("shelf", "descendants of", text))));
        library.list(books(null).orderedBy("field(title,'" + text.replaceAll("[^a-z]", "") + "')"));
        return new ArrayList<>(library.statements);
    }

    private static ListRequest books(@Nullable Object filters) {
        return new ListRequest("Book", List.of("name"), filters, null, "name", null, 0, 5, false, null, true);
    }

    private ListRequest request() {
        List<Object> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.add(text(0.15));
        }
        return new ListRequest(
                "Book",
                fields,
                random.nextInt(3) == 0 ? null : filters(),
                random.nextInt(6) == 0 ? filters() : null,
                random.nextBoolean() ? null : order(),
                random.nextInt(6) == 0 ? text(0.2) : null,
                random.nextInt(3) - (random.nextInt(50) == 0 ? 5 : 0),
                random.nextInt(5) - (random.nextInt(50) == 0 ? 5 : 0),
                random.nextInt(8) == 0,
                null,
                random.nextInt(4) != 0);
    }

    private @Nullable Object filters() {
        return switch (random.nextInt(10)) {
            case 0 -> text(0.5);
            case 1 -> new java.util.LinkedHashMap<>(Map.of(text(0.3), value()));
            case 2 -> List.of(text(0.5));
            case 3 -> List.of(condition(), condition());
            default -> List.of(condition());
        };
    }

    private List<Object> condition() {
        List<Object> parts = new ArrayList<>(List.of(text(0.1), pick(OPERATORS), value()));
        if (random.nextInt(4) == 0) {
            parts.addFirst(random.nextInt(4) == 0 ? text(0.3) : "Book");
        }
        if (random.nextInt(12) == 0) {
            parts.removeLast();
        }
        return parts;
    }

    private Object value() {
        return random.nextInt(3) == 0 ? text(0.7) : pick(VALUES);
    }

    private String order() {
        String[] directions = {"", " asc", " desc", " DESC", " up"};
        return text(0.15) + directions[random.nextInt(directions.length)] + (random.nextInt(5) == 0 ? ", name" : "");
    }

    /** A word, perhaps with something bad put into it. */
    private String text(double badness) {
        StringBuilder text = new StringBuilder(pick(WORDS));
        while (random.nextDouble() < badness) {
            text.insert(random.nextInt(text.length() + 1), pick(POISON));
        }
        return text.toString();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
