package org.affogato.doctypes.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.DuplicateEntryError;
import org.affogato.engine.error.LinkExistsError;
import org.affogato.engine.error.LinkValidationError;
import org.affogato.engine.error.TimestampMismatchError;
import org.affogato.engine.error.ValidationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a document from insert to delete. */
class DocumentLifeTest {
    @RegisterExtension
    static final LifecycleSite site = new LifecycleSite();

    private static Document item(String title, double price) {
        return site.run(context -> context.documents()
                .insert(context.documents().create("Shop Item", Map.of("title", title, "price", price))));
    }

    @Test
    void insertsWithRowsDefaultsAndFetchedValues() {
        item("Apple", 2.5);
        Document order = site.run(context -> context.documents()
                .insert(context.documents()
                        .create(
                                "Shop Order",
                                Map.of("title", "a", "lines", List.of(Map.of("item", "apple", "qty", 3))))));
        Document read = site.run(context -> context.documents().get("Shop Order", order.name()));
        assertThat(order.name()).matches("ORD-\\d{4}");
        assertThat(read.text("state")).isEqualTo("Open");
        assertThat(read.rows("lines")).singleElement().satisfies(row -> {
            assertThat(row.text("item")).isEqualTo("Apple");
            assertThat(row.get("price")).isEqualTo(2.5);
            assertThat(row.integer("idx")).isEqualTo(1);
        });
    }

    @Test
    void refusesWhatIsMissingOrUnknown() {
        assertThatThrownBy(() -> site.run(context ->
                        context.documents().insert(context.documents().create("Shop Item", Map.of("price", 1)))))
                .isInstanceOf(org.affogato.engine.error.ValidationError.class);
        assertThatThrownBy(() -> site.run(context -> context.documents()
                        .insert(context.documents()
                                .create("Shop Order", Map.of("lines", List.of(Map.of("item", "Nothing")))))))
                .isInstanceOf(LinkValidationError.class);
    }

    @Test
    void givesARandomNameWhereTheFormatMakesNone() {
        Document nameless = site.run(context ->
                context.documents().insert(context.documents().create("Shop Nickname", Map.of("nickname", ""))));
        assertThat(nameless.name()).matches("[0-9a-z]{10}");
    }

    @Test
    void refusesATakenName() {
        item("Pear", 1);
        assertThatThrownBy(() -> item("pear", 1)).isInstanceOf(DuplicateEntryError.class);
    }

    @Test
    void keepsDocumentsThatOthersPointAt() {
        item("Plum", 1);
        Document order = site.run(context -> context.documents()
                .insert(context.documents().create("Shop Order", Map.of("lines", List.of(Map.of("item", "Plum"))))));
        assertThatThrownBy(() -> delete("Shop Item", "Plum")).isInstanceOf(LinkExistsError.class);
        delete("Shop Order", order.name());
        delete("Shop Item", "Plum");
        assertThatThrownBy(() -> delete("Shop Item", "Plum")).isInstanceOf(DoesNotExistError.class);
    }

    private static void delete(String doctype, String name) {
        site.run(context -> {
            context.documents().delete(doctype, name);
            return null;
        });
    }

    @Test
    void refusesAnOutdatedCopy() {
        Document item = item("Fig", 1);
        site.run(context -> context.documents().save(item.copy().set("price", 2.0)));
        assertThatThrownBy(() -> site.run(context -> context.documents().save(item.set("price", 3.0))))
                .isInstanceOf(TimestampMismatchError.class);
    }

    @Test
    void keepsATrailOfChanges() {
        Document order = site.run(context ->
                context.documents().insert(context.documents().create("Shop Order", Map.of("title", "before"))));
        site.run(context -> context.documents()
                .save(context.documents().get("Shop Order", order.name()).set("title", "after")));
        List<Map<String, Object>> versions = site.run(context ->
                context.database().query("SELECT `data` FROM `tabVersion` WHERE `docname` = ?", order.name()));
        assertThat(versions)
                .singleElement()
                .satisfies(version ->
                        assertThat(version.get("data").toString()).contains("[[\"title\",\"before\",\"after\"]]"));
    }

    @Test
    void renamesWithAllThatPointsAtIt() {
        item("Lime", 1);
        Document order = site.run(context -> context.documents()
                .insert(context.documents().create("Shop Order", Map.of("lines", List.of(Map.of("item", "Lime"))))));
        site.run(context -> context.documents().rename("Shop Item", "Lime", "Lemon", false));
        Document read = site.run(context -> context.documents().get("Shop Order", order.name()));
        assertThat(read.rows("lines").getFirst().text("item")).isEqualTo("Lemon");
    }

    @Test
    void whatHasNoTableTakesNoRename() {
        assertThatThrownBy(() -> site.run(
                        context -> context.documents().rename("System Settings", "System Settings", "Others", false)))
                .isInstanceOf(ValidationError.class)
                .hasMessage("System Settings takes no renames");
    }

    @Test
    void aNameOfBlanksIsNone() {
        assertThatThrownBy(() -> site.run(context -> context.documents()
                        .insert(context.documents().create("Client Script", Map.of("name", "  ", "dt", "ToDo")))))
                .isInstanceOf(ValidationError.class)
                .hasMessage("No Name Specified for Client Script");
    }
}
