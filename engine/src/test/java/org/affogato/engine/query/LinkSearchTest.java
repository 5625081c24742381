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
        return new Wanted("Book", text, filters, "", 0, 10, true);
    }

    private List<Object> values(QueryContext context, Wanted wanted) {
        return search.search(context, wanted).stream()
                .map(row -> row.get("value"))
                .toList();
    }

    @Test
    void findsNamesThatHoldTheText() {
        assertThat(values(library.context, books("1", null))).containsExactly("a1", "b1", "c1");
        assertThat(values(library.context, books("a", null))).containsExactly("a1", "a2");
        assertThat(values(library.context, books("1' or '1'='1", null))).isEmpty();
    }

    @Test
    void describesByTheSearchFields() {
        assertThat(search.search(library.context, books("a1", null)))
                .containsExactly(Map.of("value", "a1", "description", "a1"));
    }

    @Test
    void keepsToFiltersAndLimits() {
        assertThat(values(library.context, books("", Map.of("s", "red")))).containsExactly("a1", "b1");
        assertThat(values(library.context, new Wanted("Book", "", null, "", 0, 2, true)))
                .containsExactly("b1", "c1");
    }

    @Test
    void keepsToWhatTheCallerMaySee() {
        QueryContext narrowed = library.context.with(GivenPermissions.rows("Book", Condition.equal("k", 1L)));
        assertThat(values(narrowed, books("", null))).containsExactly("a1", "b1");
        assertThat(values(narrowed, new Wanted("Book", "", null, "", 0, 10, false)))
                .hasSize(5);
        QueryContext closed = library.context.with(GivenPermissions.closing("Book"));
        assertThatThrownBy(() -> search.search(closed, books("", null))).isInstanceOf(PermissionError.class);
    }

    @Test
    void refusesSinglesAndUnknownFields() {
        Wanted single = new Wanted("Book Settings", "", null, "", 0, 10, true);
        assertThatThrownBy(() -> search.search(library.context, single)).isInstanceOf(DataError.class);
        Wanted unknown = new Wanted("Book", "", null, "nope", 0, 10, true);
        assertThatThrownBy(() -> search.search(library.context, unknown)).isInstanceOf(DataError.class);
    }
}
