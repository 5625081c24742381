package org.affogato.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueriesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Library library;

    @BeforeAll
    static void open() {
        library = new Library(DATABASE.dataSource());
    }

    @BeforeEach
    void forgetStatements() {
        library.statements.clear();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static ListRequest list(List<?> fields, @Nullable String groupBy, @Nullable String orderBy) {
        return new ListRequest("Book", fields, null, null, orderBy, groupBy, 0, 0, false, null, true);
    }

    private static String shown(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().map(Map::toString).collect(Collectors.joining(" "));
    }

    @Test
    void isOneStatement() {
        library.list(Library.fields("name", "writer.full_name", "pages.item").limited(20));
        assertThat(library.statements).hasSize(1);
    }

    @Test
    void answersTheFieldsAskedFor() {
        ListRequest one = Library.fields("title as caption", "n", "`tabBook`.`f`", "`title`", "d")
                .limited(1);
        assertThat(shown(library.list(one))).isEqualTo("{caption=a1, n=1, f=1.5, title=a1, d=2026-01-05}");
        assertThat(shown(library.list(Library.fields().limited(1)))).isEqualTo("{name=a1}");
    }

    @Test
    void leavesOutWhatHasNoColumn() {
        ListRequest one =
                Library.fields("name", "parent", "pages", "ghost", "break").limited(1);
        assertThat(shown(library.list(one))).isEqualTo("{name=a1}");
    }

    @Test
    void readsThroughLinksAndTables() {
        assertThat(shown(library.list(Library.fields("name", "writer.full_name").limited(3))))
                .isEqualTo("{name=a1, full_name=A Guest} {name=a2, full_name=The Admin} {name=b1, full_name=null}");
        ListRequest rows = list(List.of("name", "pages.item", "pages.qty as q"), null, "name, `tabPage`.idx desc");
        assertThat(shown(library.list(rows.limited(3))))
                .isEqualTo("{name=a1, item=y, q=5} {name=a1, item=x, q=1} {name=a2, item=x, q=7}");
    }

    @Test
    void aggregates() {
        assertThat(shown(library.list(Library.fields("sum(n) as total", "avg(f) as mean", "count(name)"))))
                .isEqualTo("{total=16.0, mean=1.1, count(name)=5}");
        ListRequest groups = list(List.of("s", "count(name) as n"), "s", "n desc, s desc");
        assertThat(shown(library.list(groups))).isEqualTo("{s=red, n=2} {s=blue, n=2} {s=null, n=1}");
        ListRequest own =
                ListRequest.all("Book", List.of("max(n) as hi", "count(distinct s) as kinds", "count(*) as c"), null);
        assertThat(shown(library.list(own))).isEqualTo("{hi=10, kinds=2, c=5}");
    }

    @Test
    void sumsOverAJoinedTableOnly() {
        List<?> fields = List.of("title", "sum(`tabPage`.qty) as total");
        assertThatThrownBy(() -> library.list(list(fields, "`tabBook`.name", "name")))
                .isInstanceOfSatisfying(
                        PermissionError.class,
                        error -> assertThat(error.notice()).isEqualTo(EngineException.Notice.NONE));
        ListRequest joined = new ListRequest(
                "Book",
                fields,
                Library.value("[[\"Page\",\"qty\",\">\",0]]"),
                null,
                "`tabBook`.name",
                "`tabBook`.name",
                0,
                0,
                false,
                null,
                true);
        assertThat(shown(library.list(joined))).isEqualTo("{title=a1, total=6.0} {title=a2, total=7.0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "name, version()",
                "version()",
                "(select 1)",
                "name from tabUser -- ",
                "if(1,2,3)",
                "concat(name,name) as x",
                "@@version",
                "name/**/",
                "name union select 1",
                "sleep(1)",
                "'x' as y",
                "max(n) as hi",
                "count(*) as n",
                "count(distinct s) as n",
                "sum(nope) as n",
                "distinct s",
                "pages.nope",
                "writer.nope",
                "nope.full_name",
                "`name`",
                "COUNT(name)",
                "count(sum(n))",
                "*",
                "",
                "items",
            })
    void refusesOtherFields(String field) {
        assertThatThrownBy(() -> library.list(Library.fields("name", field))).isInstanceOf(DataError.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n desc|c1 b1 a2 a1 b2",
                "f desc, n asc|a2 c1 a1 b2 b1",
                "`tabBook`.`n` asc|b2 a1 a2 b1 c1",
                "s asc, title desc|b2 c1 a2 b1 a1",
                "1|a1 a2 b1 b2 c1",
                "field(title,'b1','a1') desc, title|a1 b1 a2 b2 c1",
                "KEEP_DEFAULT_ORDERING|c1 b1 a2 a1 b2",
                "ifnull(s,'zz'), n|a2 c1 a1 b1 b2",
                "-n|c1 b1 a2 a1 b2",
                "N DESC|c1 b1 a2 a1 b2",
                "if(k,0,1), title desc|b1 a1 c1 b2 a2",
            })
    void orders(String order, String names) {
        assertThat(library.names(Library.books("{}").orderedBy(order), library.context))
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "n; drop table x",
                "(select 1 from dual)",
                "sleep(1)",
                "n desc limit 1",
                "`tabUser`.`name`",
                "0",
                "2",
                "n,",
                "rand()",
                "field(title)",
                "name)",
                "'x",
                "n desc asc",
                "pages.item",
                "`tabPage`.idx",
                "-- ",
                "n`, `n",
            })
    void refusesOtherOrders(String order) {
        ListRequest request = Library.books("{}").orderedBy(order);
        assertThatThrownBy(() -> library.list(request)).isInstanceOf(ValidationError.class);
        assertThat(library.statements).isEmpty();
    }

    @Test
    void refusesNamesThatStandForColumnsOfSeveralTables() {
        ListRequest joined = list(List.of("title", "pages.item"), null, "idx");
        assertThatThrownBy(() -> library.list(joined)).isInstanceOf(ValidationError.class);
        assertThat(library.list(joined.orderedBy("title, `tabPage`.idx"))).hasSize(6);
        ListRequest counted = list(List.of("count(name) as n", "pages.item"), null, null);
        assertThatThrownBy(() -> library.list(counted)).isInstanceOf(ValidationError.class);
    }

    @Test
    void pages() {
        ListRequest page = new ListRequest("Book", List.of(), null, null, "name", null, 3, 2, false, null, true);
        assertThat(library.names(page, library.context)).containsExactly("b2", "c1");
        assertThatThrownBy(() -> library.list(page.limited(-1))).isInstanceOf(ValidationError.class);
    }

    @Test
    void hidesLevels() {
        assertThat(shown(library.list(Library.fields("name", "pay", "vault").limited(1))))
                .isEqualTo("{name=a1, pay=100.0}");
        assertThat(shown(library.list(Library.fields("vault").limited(1)))).isEqualTo("{name=a1}");
        assertThat(shown(library.list(Library.fields("name", "pages.cost", "writer.secret", "sum(vault) as x")
                        .limited(1))))
                .isEqualTo("{name=a1}");
        assertThat(library.list(Library.fields("*").limited(1)).getFirst())
                .containsKey("pay")
                .doesNotContainKey("vault");
        ListRequest own = ListRequest.all("Book", List.of("vault"), null).limited(1);
        assertThat(shown(library.list(own))).isEqualTo("{vault=0.0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[\"vault\", \">\", 5]]",
                "{\"vault\": 5}",
                "[[\"Book\", \"vault\", \"=\", 5]]",
                "[[\"Page\", \"cost\", \"=\", 5]]",
                "[[\"vault\", \"is\", \"set\"]]"
            })
    void findsNothingByHiddenLevels(String filters) {
        assertThatThrownBy(() -> library.list(Library.books(filters))).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> library.count(filters)).isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> library.countFound(Library.value(filters))).isInstanceOf(PermissionError.class);
        ListRequest any = new ListRequest(
                "Book", List.of("name"), null, Library.value(filters), null, null, 0, 0, false, null, true);
        assertThatThrownBy(() -> library.list(any)).isInstanceOf(PermissionError.class);
        assertThat(library.statements).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault", "`tabBook`.`vault`", "VAULT desc", "name, ifnull(vault, 1)", "-vault"})
    void ordersAndGroupsByNoHiddenLevel(String column) {
        assertThatThrownBy(() -> library.list(list(List.of("name"), null, column)))
                .isInstanceOf(PermissionError.class);
        assertThatThrownBy(() -> library.list(list(List.of("count(name) as c"), column.replace(" desc", ""), null)))
                .isInstanceOf(PermissionError.class);
    }

    @Test
    void theEngineFindsByEveryLevel() {
        ListRequest own =
                ListRequest.all("Book", List.of("name"), Map.of("vault", 0)).orderedBy("vault desc, name");
        assertThat(library.names(own, library.context)).hasSize(5);
    }

    @Test
    void showsSearchFieldsToWhoMayOnlySelect() {
        QueryContext selecting =
                library.context.with(new GivenPermissions(Set.of(), Set.of("Book"), Map.of(), Set.of()));
        assertThat(shown(library.list(Library.fields("*").limited(1), selecting)))
                .isEqualTo("{title=a1, name=a1}");
        assertThat(shown(library.list(Library.fields("name", "n", "title").limited(1), selecting)))
                .isEqualTo("{name=a1, title=a1}");
    }

    @Test
    void showsOnlyPermittedRows() {
        Condition condition =
                Condition.or(Condition.equal("s", "red"), Condition.anyRow("pages", Condition.equal("item", "x")));
        QueryContext narrowed = library.context.with(GivenPermissions.rows("Book", condition));
        assertThat(library.names(Library.books("{}"), narrowed)).containsExactly("a1", "a2", "b1");
        assertThat(library.names(Library.books("{\"n\":[\">\",1]}"), narrowed)).containsExactly("a2", "b1");
        QueryContext negated = library.context.with(GivenPermissions.rows("Book", Condition.not(condition)));
        assertThat(library.names(Library.books("{}"), negated)).containsExactly("b2", "c1");
    }

    @Test
    void showsNothingOfLinkedDocumentsThatAreClosed() {
        QueryContext narrowed = library.context.with(GivenPermissions.rows("Writer", Condition.equal("name", "admin")));
        assertThat(shown(library.list(Library.fields("name", "writer.full_name").limited(2), narrowed)))
                .isEqualTo("{name=a1, full_name=null} {name=a2, full_name=The Admin}");
        QueryContext closed = library.context.with(GivenPermissions.closing("Writer"));
        assertThatThrownBy(() -> library.list(Library.fields("writer.full_name"), closed))
                .isInstanceOf(PermissionError.class);
    }

    @Test
    void listsRowsOfAChildTableThroughTheirParent() {
        ListRequest rows =
                new ListRequest("Page", List.of("item"), null, null, "idx, qty", null, 0, 0, false, "Book", true);
        assertThat(shown(library.list(rows))).isEqualTo("{item=x} {item=x} {item=y}");
        QueryContext narrowed = library.context.with(GivenPermissions.rows("Book", Condition.equal("name", "a2")));
        assertThat(shown(library.list(rows, narrowed))).isEqualTo("{item=x}");
        ListRequest orphan = new ListRequest("Page", List.of("item"), null, null, null, null, 0, 0, false, null, true);
        assertThatThrownBy(() -> library.list(orphan)).isInstanceOf(PermissionError.class);
    }

    @Test
    void refusesSingles() {
        assertThatThrownBy(() -> library.list(ListRequest.all("Book Settings", List.of("title"), null)))
                .isInstanceOf(DataError.class);
    }
}
