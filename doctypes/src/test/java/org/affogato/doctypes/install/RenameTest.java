package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.document.Document;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A DocType or a field that gets another name keeps its data, and others' links to it. */
class RenameTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void carriesDocumentsRowsAndLinks() {
        Engine engine = Shared.engine(DATABASE.dataSource(), List.of());
        engine.migrator().migrate(Progress.SILENT);
        make(engine, "Leaf", Map.of("istable", 1), List.of(field("n", "Int", "")));
        make(
                engine,
                "Oak",
                Map.of("autoname", "field:title"),
                List.of(field("title", "Data", ""), field("leaves", "Table", "Leaf")));
        make(engine, "Nest", Map.of(), List.of(field("tree", "Link", "Oak")));
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .insert(context.documents()
                                .create("Oak", Map.of("title", "old one", "leaves", List.of(Map.of("n", 7))))));

        engine.run(Context.ADMINISTRATOR, context -> context.documents().rename("DocType", "Oak", "Quercus", false));

        engine.run(Context.ADMINISTRATOR, context -> {
            assertThat(context.documents().get("Quercus", "old one").rows("leaves"))
                    .singleElement()
                    .extracting(row -> row.get("n"))
                    .isEqualTo(7L);
            assertThat(context.meta("Nest").linkFields())
                    .singleElement()
                    .extracting("options")
                    .isEqualTo("Quercus");
            return null;
        });
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
    }

    @Test
    void aFieldsNewNameTakesItsDataAlong() {
        Engine engine = Shared.engine(DATABASE.dataSource(), List.of());
        engine.migrator().migrate(Progress.SILENT);
        make(
                engine,
                "Beech",
                Map.of("autoname", "field:title"),
                List.of(field("title", "Data", ""), field("hight", "Int", "")));
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents()
                        .insert(context.documents().create("Beech", Map.of("title", "tall", "hight", 31))));

        engine.run(Context.ADMINISTRATOR, context -> {
            Document definition = context.documents().get("DocType", "Beech");
            definition.rows("fields").get(1).set("fieldname", "height");
            return context.documents().save(definition);
        });

        engine.run(Context.ADMINISTRATOR, context -> {
            assertThat(context.documents().get("Beech", "tall").get("height")).isEqualTo(31L);
            return null;
        });
        assertThat(engine.migrator().plan().isEmpty()).isTrue();
    }

    private static void make(Engine engine, String name, Map<String, Object> more, List<Map<String, Object>> fields) {
        Map<String, Object> definition = new LinkedHashMap<>(more);
        definition.putAll(Map.of("name", name, "module", "Custom", "custom", 1, "fields", fields));
        definition.putIfAbsent("allow_rename", 1);
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.documents().insert(context.documents().create("DocType", definition)));
    }

    private static Map<String, Object> field(String fieldname, String fieldtype, String options) {
        return Map.of("fieldname", fieldname, "fieldtype", fieldtype, "label", fieldname, "options", options);
    }
}
