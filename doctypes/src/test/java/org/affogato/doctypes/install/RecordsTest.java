package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.install.MigrationFailure;
import org.affogato.engine.install.MigrationReport;
import org.affogato.engine.install.Progress;
import org.affogato.engine.meta.DocPerm;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an app's folder brings beside its definitions comes in at migrate, and only where something changed. */
class RecordsTest {
    private static final String MODIFIED = "\"modified\": \"2026-01-02 03:04:05.678900\"";

    @TempDir
    Path folder;

    private final TestDatabase database = new TestDatabase();
    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        write("stock/doctype/gadget/gadget.json", """
                {"doctype": "DocType", "name": "Gadget", "module": "Stock", "autoname": "field:title", "track_changes": 1,
                 "fields": [{"fieldname": "title", "fieldtype": "Data"},
                            {"fieldname": "size", "fieldtype": "Int"},
                            {"fieldname": "parts", "fieldtype": "Table", "options": "Gadget Part"}]}""");
        write("stock/doctype/gadget_part/gadget_part.json", """
                {"doctype": "DocType", "name": "Gadget Part", "module": "Stock", "istable": 1,
                 "fields": [{"fieldname": "part", "fieldtype": "Data"}]}""");
        engine = Shared.engine(database.dataSource(), List.of(folder.resolve("workshop")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void comeInAfterDefinitionsAndOnlyOnce() throws IOException {
        write("fixtures/2_gadget.json", """
                [{"doctype": "Gadget", "name": "lathe", "title": "lathe", "size": 3, "colour": "red", %s,
                  "parts": [{"doctype": "Gadget Part", "part": "bed"}, {"part": "spindle"}]}]""".formatted(MODIFIED));
        write("fixtures/1_custom_field.json", """
                [{"doctype": "Custom Field", "name": "Gadget-colour", "dt": "Gadget", "fieldname": "colour",
                  "label": "Colour", "fieldtype": "Data", "insert_after": "size", %s}]""".formatted(MODIFIED));
        write("fixtures/role.json", """
                [{"doctype": "Role", "name": "Turner", "role_name": "Turner", "desk_access": 1}]""");
        write("stock/report/gadgets/gadgets.json", """
                {"doctype": "Report", "name": "Gadgets", "report_name": "Gadgets", "ref_doctype": "Gadget",
                 "report_type": "Report Builder", "is_standard": "Yes", "module": "Stock", %s}""".formatted(MODIFIED));
        write("stock/number_card/gadgets/gadgets.json", """
                {"doctype": "Number Card", "name": "Gadgets", "label": "Gadgets", "document_type": "Gadget",
                 "function": "Count", "is_standard": 1, "module": "Stock", %s}""".formatted(MODIFIED));
        write("stock/report/gadgets/other.json", "[1, 2]");
        write("public/fixtures.json", "no JSON");

        assertThat(engine.migrator().plan().records())
                .containsExactly(
                        "workshop/stock/report/gadgets/gadgets.json",
                        "workshop/stock/number_card/gadgets/gadgets.json",
                        "workshop/fixtures/1_custom_field.json",
                        "workshop/fixtures/2_gadget.json",
                        "workshop/fixtures/role.json");
        assertThat(migrate().records()).isEqualTo(5);

        Document lathe = get("Gadget", "lathe");
        assertThat(lathe.get("size")).isEqualTo(3L);
        assertThat(lathe.text("colour")).isEqualTo("red");
        assertThat(lathe.rows("parts")).extracting(row -> row.text("part")).containsExactly("bed", "spindle");
        assertThat(get("Report", "Gadgets").text("is_standard")).isEqualTo("Yes");
        assertThat(get("Number Card", "Gadgets").text("document_type")).isEqualTo("Gadget");
        assertThat(get("Role", "Turner").check("desk_access")).isTrue();
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
        assertThat(migrate().records()).isZero();
    }

    @Test
    void aFixtureWinsOverWhatTheSiteChanged() throws IOException {
        String lathe = """
                [{"doctype": "Gadget", "name": "lathe", "title": "lathe", "size": 3, %s, "parts": [{"part": "bed"}]}]""".formatted(MODIFIED);
        write("fixtures/gadget.json", lathe);
        migrate();
        engine.run(Context.ADMINISTRATOR, context -> {
            Document document = context.documents().get("Gadget", "lathe").set("size", 4L);
            context.documents().append(document, "parts", Map.of("part", "own"));
            return context.documents().save(document);
        });

        assertThat(engine.migrator().plan().records()).containsExactly("workshop/fixtures/gadget.json");
        migrate();

        assertThat(get("Gadget", "lathe").get("size")).isEqualTo(3L);
        assertThat(get("Gadget", "lathe").rows("parts")).hasSize(1);
        engine.run(Context.ADMINISTRATOR, context -> {
            context.documents().delete("Gadget", "lathe");
            return null;
        });
        migrate();
        assertThat(get("Gadget", "lathe").get("size")).isEqualTo(3L);

        write("fixtures/gadget.json", lathe.replace("3", "5"));
        assertThat(migrate().records()).isOne();
        assertThat(get("Gadget", "lathe").get("size")).isEqualTo(5L);
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
    }

    @Test
    void aStandardRecordComesInWhereItIsNewerButKeepsWhatASiteSwitches() throws IOException {
        String report = """
                {"doctype": "Report", "name": "Gadgets", "report_name": "Gadgets", "ref_doctype": "Gadget",
                 "report_type": "Report Builder", "is_standard": "Yes", "module": "Stock", "json": "%s",
                 "modified": "%s"}""";
        write("stock/report/gadgets/gadgets.json", report.formatted("{}", "2026-01-02 03:04:05"));
        migrate();
        run("UPDATE `tabReport` SET disabled = 1, letter_head = 'own', modified = '2026-02-01' WHERE name = 'Gadgets'");

        write("stock/report/gadgets/gadgets.json", report.formatted("[1]", "2026-01-31 00:00:00"));
        assertThat(migrate().records()).isZero();
        assertThat(get("Report", "Gadgets").text("json")).isEqualTo("{}");

        write("stock/report/gadgets/gadgets.json", report.formatted("[1]", "2026-02-02 00:00:00"));
        assertThat(migrate().records()).isOne();
        Document newer = get("Report", "Gadgets");
        assertThat(newer.text("json")).isEqualTo("[1]");
        assertThat(newer.check("disabled")).isTrue();
        assertThat(newer.text("letter_head")).isEmpty();
    }

    @Test
    void aFixtureOfACustomFieldMayChangeItsType() throws IOException {
        String field = """
                [{"doctype": "Custom Field", "name": "Gadget-weight", "dt": "Gadget", "fieldname": "weight",
                  "label": "Weight", "fieldtype": "%s", %s}]""";
        write("fixtures/custom_field.json", field.formatted("Data", MODIFIED));
        migrate();

        write("fixtures/custom_field.json", field.formatted("Int", MODIFIED));
        migrate();

        assertThat(engine.metas().get("Gadget").field("weight").fieldtype()).isEqualTo("Int");
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
    }

    @Test
    void whatIsLaidOverADoctypeIsReplacedAsAWhole() throws IOException {
        String customisation = """
                {"doctype": "Gadget", "sync_on_migrate": %s,
                 "custom_fields": [{"name": "Gadget-grade", "dt": "Gadget", "fieldname": "grade", "label": "Grade",
                                    "fieldtype": "Data", "insert_after": "title"}],
                 "property_setters": [{"name": "Gadget-size-label", "doc_type": "Gadget", "field_name": "size",
                                       "doctype_or_field": "DocField", "property": "label", "value": "%s"}],
                 "custom_perms": [{"name": "gadget1", "parent": "Gadget", "role": "All", "read": 1}]}""";
        write("stock/custom/gadget.json", customisation.formatted("0", "Not yet"));
        migrate();
        assertThat(engine.metas().get("Gadget").has("grade")).isFalse();

        write("stock/custom/gadget.json", customisation.formatted("1", "Big"));
        migrate();
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .insert(context.documents()
                                .create(
                                        "Property Setter",
                                        Map.of(
                                                "doc_type",
                                                "Gadget",
                                                "field_name",
                                                "title",
                                                "doctype_or_field",
                                                "DocField",
                                                "property",
                                                "label",
                                                "value",
                                                "Own"))));
        write("stock/custom/gadget.json", customisation.formatted("1", "Bigger"));
        migrate();

        assertThat(engine.metas().get("Gadget").field("size").label()).isEqualTo("Bigger");
        assertThat(engine.metas().get("Gadget").field("title").label()).isNotEqualTo("Own");
        assertThat(engine.metas().get("Gadget").fields())
                .extracting("fieldname")
                .startsWith("title", "grade");
        assertThat(engine.metas().get("Gadget").permissions())
                .extracting(DocPerm::role)
                .containsExactly("All");
        assertThat(migrate().records()).isZero();
    }

    @Test
    void aFileThatFailsIsNamedAndHindersNoOther() throws IOException {
        write("fixtures/a_role.json", """
                [{"doctype": "Role", "role_name": "Nameless"}]""");
        write("fixtures/b_other.json", """
                [{"doctype": "No Such", "name": "x"}]""");
        write("fixtures/c_gadget.json", """
                [{"doctype": "Gadget", "name": "lathe", "title": "lathe"},
                 {"doctype": "Gadget", "name": "drill", "title": "drill", "size": "many"}]""");
        write("fixtures/d_gadget.json", """
                [{"doctype": "Gadget", "name": "vice", "title": "vice"}]""");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(MigrationFailure.class)
                .hasMessageContaining("workshop/fixtures/a_role.json: ")
                .hasMessageNotContaining("b_other")
                .hasMessageNotContaining("d_gadget");
        assertThat(get("Gadget", "vice").text("title")).isEqualTo("vice");

        Files.delete(folder.resolve("workshop/fixtures/a_role.json"));
        MigrationReport report = migrate();
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("workshop/fixtures/b_other.json"));

        write("fixtures/e_gadget.json", "[{");
        assertThatThrownBy(this::migrate).hasStackTraceContaining("e_gadget.json");
    }

    private MigrationReport migrate() {
        return engine.migrator().migrate(Progress.SILENT);
    }

    private Document get(String doctype, String name) {
        return engine.run(Context.ADMINISTRATOR, context -> context.documents().get(doctype, name));
    }

    private void run(String sql) {
        engine.run(Context.ADMINISTRATOR, context -> context.database().execute(sql));
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve("workshop").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
