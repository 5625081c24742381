package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.CannotCreateStandardDoctypeError;
import org.affogato.engine.error.InvalidFieldNameError;
import org.affogato.engine.error.NameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that are odd but legal: documents of them live a whole life. */
class OddDefinitionsTest {
    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static final List<String> WORDS = List.of(
            "order",
            "group",
            "key",
            "select",
            "table",
            "index",
            "from",
            "where",
            "limit",
            "desc",
            "class",
            "null",
            "default",
            "int",
            "interval",
            "column",
            "rank",
            "system",
            "values",
            "true",
            "if",
            "exists",
            "like",
            "user",
            "this",
            "new",
            "public",
            "static",
            "hash_code",
            "to_string",
            "left",
            "primary",
            "row_number",
            "count");

    @Test
    void fieldnamesMayBeWordsOfSqlAndJava() {
        define(
                "Odd Words",
                Map.of(),
                WORDS.stream().map(word -> field(word, "Data")).toList());
        Map<String, Object> values = new LinkedHashMap<>();
        WORDS.forEach(word -> values.put(word, "a " + word));

        live("Odd Words", values, "order");

        insert("Odd Words", values);
        SITE.get().asAdministrator(context -> {
            ListRequest request = ListRequest.visible("Odd Words", WORDS, Map.of("group", "a group", "key", "a key"))
                    .orderedBy("`order` desc, `rank` asc");
            assertThat(context.documents().list(request)).singleElement().isEqualTo(values);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Odd 2 Name",
                "Odd-Hyphen",
                "Odd_under_score",
                "oddlower",
                "O2",
                "Odd  Two  Blanks",
                "Odd Name That Is As Long As The Name Of A Table Lets It Be 61"
            })
    void doctypesMayBeNamedSo(String name) {
        define(name, Map.of(), List.of(field("a", "Data")));

        live(name, Map.of("a", "x"), "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Öd",
                "Odd.Dot",
                "Odd/Slash",
                "2 Odd",
                "_Odd",
                "O",
                "Odd`Tick",
                "Odd Name That Is Longer Than The Name Of A Table Lets It Be 62"
            })
    void doctypesMayNotBeNamedSo(String name) {
        assertThatThrownBy(() -> define(name, Map.of(), List.of(field("a", "Data"))))
                .isInstanceOf(NameError.class);
    }

    @Test
    void fieldnamesMayFillAColumnsName() {
        String longest = "f".repeat(64);
        define("Odd Long", Map.of(), List.of(field(longest, "Data"), field("größe", "Data"), field("2nd", "Data")));

        live("Odd Long", Map.of(longest, "x", "größe", "y", "2nd", "z"), longest);

        assertThatThrownBy(() -> define("Odd Longer", Map.of(), List.of(field("f".repeat(65), "Data"))))
                .isInstanceOf(ValidationError.class);
    }

    @Test
    void aFormMayHaveNoFieldsWithValues() {
        define(
                "Odd Layout",
                Map.of(),
                List.of(field("s", "Section Break"), field("c", "Column Break"), field("h", "HTML")));
        define("Odd Empty", Map.of(), List.of());

        live("Odd Layout", Map.of(), "");
        live("Odd Empty", Map.of(), "");
    }

    @Test
    void aRowMayBeWiderThanMariaDbStoresIt() {
        List<Map<String, Object>> fields = new ArrayList<>(
                IntStream.range(0, 230).mapToObj(i -> field("f" + i, "Data")).toList());
        fields.add(with(field("code", "Data"), "unique", 1));
        define("Odd Wide", Map.of(), fields);
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.get("fieldname").toString(), "ü".repeat(140)));

        live("Odd Wide", values, "f229");
    }

    @Test
    void aTableMayHoldRowsWithoutFields() {
        define("Odd Bare Row", Map.of("istable", 1), List.of());
        define("Odd Bare", Map.of(), List.of(table("rows", "Odd Bare Row")));

        live("Odd Bare", Map.of("rows", List.of(Map.of(), Map.of())), "");
    }

    @Test
    void severalTablesMayHoldRowsOfOneKind() {
        define("Odd Row", Map.of("istable", 1), List.of(field("n", "Int")));
        define("Odd Tables", Map.of(), List.of(table("ones", "Odd Row"), table("twos", "Odd Row")));

        Document made = insert(
                "Odd Tables", Map.of("ones", List.of(Map.of("n", 1)), "twos", List.of(Map.of("n", 2), Map.of("n", 3))));

        Document read = get("Odd Tables", made.name());
        assertThat(read.rows("ones")).extracting(row -> row.get("n")).containsExactly(1L);
        assertThat(read.rows("twos")).extracting(row -> row.get("n")).containsExactly(2L, 3L);
        live("Odd Tables", Map.of("twos", List.of(Map.of("n", 1))), "");
    }

    @Test
    void aSingleMayHaveTables() {
        define("Odd Single Row", Map.of("istable", 1), List.of(field("n", "Int")));
        define("Odd Single", Map.of("issingle", 1), List.of(field("order", "Data"), table("rows", "Odd Single Row")));

        SITE.get().asAdministrator(context -> {
            Document single =
                    context.documents().get("Odd Single", "Odd Single").set("order", "x");
            context.documents().append(single, "rows", Map.of("n", 4));
            return context.documents().save(single);
        });

        Document read = get("Odd Single", "Odd Single");
        assertThat(read.text("order")).isEqualTo("x");
        assertThat(read.rows("rows")).extracting(row -> row.get("n")).containsExactly(4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hash",
                "Prompt",
                "prompt",
                "field:code",
                "naming_series:",
                "autoincrement",
                "ODD1-.####",
                "ODD2.",
                "ODD3-.YYYY.-.MM.-.#####",
                "ODD4-.code.-.##",
                "format:ODD5-{code}-{YYYY}-{###}",
                "format:ODD6-{code}"
            })
    void documentsMayBeNamedSo(String autoname) {
        String doctype = "Odd Auto " + Integer.toString(autoname.hashCode() & 0xffff, 36);
        List<Map<String, Object>> fields = new ArrayList<>(List.of(field("code", "Data")));
        if (autoname.equals("naming_series:")) {
            fields.add(with(field("naming_series", "Select"), "options", "ODD7-.####\nODD8-.####"));
        }
        define(doctype, Map.of("autoname", autoname), fields);

        live(doctype, Map.of("name", "given", "code", "c1"), "");
    }

    @Test
    void aCustomDoctypeMayNotBeVirtual() {
        assertThatThrownBy(() -> define("Odd Virtual", Map.of("is_virtual", 1), List.of(field("a", "Data"))))
                .isInstanceOf(CannotCreateStandardDoctypeError.class);
    }

    @Test
    void namesOfFieldsInTheFormMayHaveBlanksAroundThem() {
        define(
                "Odd Search",
                Map.of("search_fields", " a , b,c "),
                Stream.of("a", "b", "c").map(name -> field(name, "Data")).toList());

        live("Odd Search", Map.of("a", "x"), "a");
        assertThat(SITE.get().engine().metas().get("Odd Search").searchFields()).contains("a", "b", "c");
        assertThatThrownBy(() -> define("Odd Title", Map.of("title_field", "gone"), List.of(field("a", "Data"))))
                .isInstanceOf(InvalidFieldNameError.class);
    }

    @Test
    void aSelectMayHaveNoOptions() {
        define("Odd Select", Map.of(), List.of(field("any", "Select"), field("a", "Data")));

        live("Odd Select", Map.of("any", "whatever"), "any");
    }

    @Test
    void aDefaultMayNotFit() {
        define(
                "Odd Default",
                Map.of(),
                List.of(
                        with(field("n", "Int"), "default", "many"),
                        with(field("amount", "Currency"), "default", "much"),
                        with(field("share", "Percent"), "default", " 12.5 "),
                        with(field("stars", "Rating"), "default", "lots"),
                        with(field("day", "Date"), "default", "some day"),
                        with(field("at", "Datetime"), "default", "once"),
                        with(field("hour", "Time"), "default", "late"),
                        with(field("took", "Duration"), "default", "long"),
                        with(with(field("short", "Data"), "length", 3), "default", "far too long"),
                        with(field("quoted", "Data"), "default", "it's \\ \"quoted\" `so`"),
                        with(field("about", "Text Editor"), "default", "<p>x</p>"),
                        with(field("none", "Link"), "options", "User")));

        assertThat(get("DocType", "Odd Default").rows("fields")).hasSize(12);
        Map<String, Object> fitting = new LinkedHashMap<>();
        fitting.put("day", "2026-01-02");
        fitting.put("at", "2026-01-02 03:04:05");
        fitting.put("hour", "03:04:05");
        fitting.put("stars", 0.5);
        fitting.put("took", 5);
        fitting.put("short", "abc");
        live("Odd Default", fitting, "");
        assertThat(SITE.get().engine().migrator().plan().statements()).isEmpty();
    }

    @Test
    void lengthsAndPrecisionsMayBeExtreme() {
        define(
                "Odd Length",
                Map.of(),
                List.of(
                        with(field("one", "Data"), "length", 1),
                        with(field("most", "Data"), "length", 1000),
                        with(field("n", "Int"), "length", 20),
                        with(field("amount", "Currency"), "precision", "9"),
                        with(field("whole", "Float"), "precision", "0"),
                        with(field("small", "Float"), "length", 3),
                        with(with(field("unique", "Data"), "unique", 1), "search_index", 1),
                        with(with(field("wide", "Data"), "unique", 1), "length", 700)));

        live(
                "Odd Length",
                Map.of("one", "x", "most", "m".repeat(1000), "n", 2_000_000_000, "amount", 0.123456789, "small", 999.5),
                "one");
        assertThatThrownBy(() -> insert("Odd Length", Map.of("one", "xy"))).isInstanceOf(ValidationError.class);
    }

    @Test
    void aTreeMayHaveAParentFieldOfItsOwn() {
        define(
                "Odd Tree",
                Map.of("is_tree", 1, "nsm_parent_field", "above", "autoname", "field:title"),
                List.of(
                        field("title", "Data"),
                        field("lft", "Int"),
                        field("rgt", "Int"),
                        field("is_group", "Check"),
                        with(field("old_parent", "Link"), "options", "Odd Tree"),
                        with(field("above", "Link"), "options", "Odd Tree")));

        insert("Odd Tree", Map.of("title", "root", "is_group", 1));
        insert("Odd Tree", Map.of("title", "leaf", "above", "root"));

        assertThat(get("Odd Tree", "leaf").integer("lft"))
                .isGreaterThan(get("Odd Tree", "root").integer("lft"));
        assertThat(get("Odd Tree", "leaf").integer("rgt"))
                .isLessThan(get("Odd Tree", "root").integer("rgt"));
        live("Odd Tree", Map.of("title", "other", "above", "root"), "");
    }

    @Test
    void fieldnamesThatDifferInCaseAreOneField() {
        assertThatThrownBy(() -> define("Odd Case", Map.of(), List.of(field("same", "Data"), field("Same", "Data"))))
                .isInstanceOf(ValidationError.class);
    }

    /** Made, read, listed, changed and deleted. */
    private static void live(String doctype, Map<String, Object> values, String changed) {
        String name = insert(doctype, values).name();
        Document read = get(doctype, name);
        values.forEach((fieldname, value) -> {
            if (read.get(fieldname) instanceof String && !fieldname.equals("name")) {
                assertThat(read.get(fieldname)).as(fieldname).isEqualTo(value);
            }
        });
        assertThat(names(doctype)).contains(name);
        SITE.get().asAdministrator(context -> {
            Document again = context.documents().get(doctype, name);
            return context.documents().save(changed.isEmpty() ? again : again.set(changed, "~"));
        });
        if (!changed.isEmpty()) {
            assertThat(get(doctype, name).get(changed)).isEqualTo("~");
        }
        delete(doctype, name);
        assertThat(names(doctype)).doesNotContain(name);
    }

    private static List<String> names(String doctype) {
        return SITE.get()
                .asAdministrator(context ->
                        context.documents().list(ListRequest.visible(doctype, List.of("name"), List.of())).stream()
                                .map(row -> row.get("name").toString())
                                .toList());
    }

    private static Document insert(String doctype, Map<String, Object> values) {
        return SITE.get()
                .asAdministrator(context ->
                        context.documents().insert(context.documents().create(doctype, values)));
    }

    private static Document get(String doctype, String name) {
        return SITE.get().asAdministrator(context -> context.documents().get(doctype, name));
    }

    private static void delete(String doctype, String name) {
        SITE.get().asAdministrator(context -> {
            context.documents().delete(doctype, name);
            return null;
        });
    }

    private static void define(String name, Map<String, Object> more, List<Map<String, Object>> fields) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.putAll(Map.of("name", name, "module", "Custom", "custom", 1, "fields", fields));
        SITE.get()
                .as(
                        Context.ADMINISTRATOR,
                        context ->
                                context.documents().insert(context.documents().create("DocType", definition)));
    }

    private static Map<String, Object> field(String fieldname, String fieldtype) {
        return Map.of("fieldname", fieldname, "fieldtype", fieldtype, "label", fieldname);
    }

    private static Map<String, Object> table(String fieldname, String child) {
        return with(field(fieldname, "Table"), "options", child);
    }

    private static Map<String, Object> with(Map<String, Object> field, String property, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(field);
        more.put(property, value);
        return more;
    }
}
