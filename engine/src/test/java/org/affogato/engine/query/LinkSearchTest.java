package org.affogato.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.query.LinkSearch.Wanted;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkSearchTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Library library;

    private final LinkSearch search = new LinkSearch();

    @BeforeAll
    static void open() {
        library = new Library(DATABASE.dataSource());
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static Wanted books(String text, @Nullable Object filters) {
        return Wanted.of("Book", text, filters).page(0, 10);
    }

    private List<Object> values(QueryContext context, Wanted wanted) {
        return search.rows(context, wanted).stream().map(row -> row.get("name")).toList();
    }

    @Test
    void findsNamesThatHoldTheText() {
        assertThat(values(library.context, books("1", null))).containsExactly("a1", "b1", "c1");
        assertThat(values(library.context, books("a", null))).containsExactly("a1", "a2");
        assertThat(values(library.context, books("1' or '1'='1", null))).isEmpty();
    }

    @Test
    void showsTheWantedFieldsAndTheSearchFields() {
        Wanted wanted = books("a1", null).showing(List.of("k"));
        assertThat(search.rows(library.context, wanted))
                .singleElement()
                .satisfies(row -> assertThat(row.keySet()).startsWith("name").contains("k"));
    }

    @Test
    void findsNothingByHiddenLevels() {
        Wanted writers = Wanted.of("Writer", "", null).restricted(false).page(0, 10);
        assertThat(values(library.context, Wanted.of("Writer", "hush", null).restricted(false)))
                .isEmpty();
        Wanted secret = Wanted.of("Writer", "", Map.of("secret", "hush")).restricted(false);
        assertThatThrownBy(() -> values(library.context, secret)).isInstanceOf(PermissionError.class);
        assertThat(search.rows(library.context, writers.showing(List.of("secret"))))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContainKey("secret"));
    }

    @Test
    void keepsToFiltersAndLimits() {
        assertThat(values(library.context, books("", Map.of("s", "red")))).containsExactly("a1", "b1");
        assertThat(values(library.context, books("", null).page(0, 2))).containsExactly("b1", "c1");
    }

    @Test
    void keepsToWhatTheCallerMaySee() {
        QueryContext narrowed = library.context.with(GivenPermissions.rows("Book", Condition.equal("k", 1L)));
        assertThat(values(narrowed, books("", null))).containsExactly("a1", "b1");
        assertThat(values(narrowed, books("", null).restricted(false))).hasSize(5);
        QueryContext closed = library.context.with(GivenPermissions.closing("Book"));
        assertThatThrownBy(() -> search.rows(closed, books("", null))).isInstanceOf(PermissionError.class);
    }

    @Test
    void refusesSinglesAndUnknownFields() {
        Wanted single = Wanted.of("Book Settings", "", null);
        assertThatThrownBy(() -> search.rows(library.context, single)).isInstanceOf(DataError.class);
        Wanted unknown = books("", null).showing(List.of("nope"));
        assertThatThrownBy(() -> search.rows(library.context, unknown)).isInstanceOf(DataError.class);
    }
}
