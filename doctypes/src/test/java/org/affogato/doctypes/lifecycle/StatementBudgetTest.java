package org.affogato.doctypes.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements an operation may cost, caches being warm. */
class StatementBudgetTest {
    private static final int ROWS = 200;

    @RegisterExtension
    static final LifecycleSite site = new LifecycleSite();

    private static String order = "";

    @BeforeAll
    static void prepare() {
        site.run(context -> context.documents()
                .insert(context.documents().create("Budget Item", Map.of("title", "Tea", "price", 3))));
        order = site.run(StatementBudgetTest::insert).name();
        site.run(context -> context.documents().save(changed(context)));
    }

    private static Document insert(Context context) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            lines.add(Map.of("item", "Tea", "note", "line " + i));
        }
        return context.documents()
                .insert(context.documents().create("Budget Order", Map.of("title", "a", "lines", lines)));
    }

    private static Document changed(Context context) {
        Document document = context.documents().get("Budget Order", order);
        document.set("title", document.text("title") + "b");
        document.rows("lines").stream().limit(ROWS / 2).forEach(row -> row.set("note", row.text("note") + "c"));
        context.documents().append(document, "lines", Map.of("item", "tea"));
        document.rows("lines").remove(0);
        return document;
    }

    @Test
    void readsADocumentWithOneStatementAndOneForEachTable() {
        assertThat(site.statementsOf(context -> context.documents().get("Budget Order", order)))
                .hasSize(2);
    }

    @Test
    void savesManyRowsWithFewStatements() {
        assertThat(site.statementsOf(context -> context.documents().save(changed(context))))
                .hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void insertsManyRowsWithFewStatements() {
        assertThat(site.statementsOf(StatementBudgetTest::insert)).hasSize(3);
    }

    @Test
    void searchCostsOneStatementAfterTheWrite() {
        site.run(context -> searched(context, "warm"));

        List<String> statements = site.statementsOf(context -> searched(context, "one"));
        List<String> unsearched = site.statementsOf(context -> context.documents()
                .insert(context.documents().create("Budget Item", Map.of("title", "Plain", "price", 3))));

        assertThat(statements).hasSize(unsearched.size() + 1);
        assertThat(statements.getLast()).startsWith("INSERT INTO `__global_search`");
    }

    private static Document searched(Context context, String title) {
        return context.documents().insert(context.documents().create("Searched Item", Map.of("title", title)));
    }
}
