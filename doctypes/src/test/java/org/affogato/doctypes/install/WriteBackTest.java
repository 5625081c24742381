package org.affogato.doctypes.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.affogato.doctypes.frappe.Frappe;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.document.Document;
import org.affogato.engine.install.Progress;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.MemoryFiles;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** In developer mode a standard DocType goes back into its file, in Frappe's form. */
class WriteBackTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String KEY = "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=";
    private static final String GADGET = """
            {
             "actions": [],
             "autoname": "field:title",
             "creation": "2026-01-02 03:04:05.678900",
             "doctype": "DocType",
             "editable_grid": 1,
             "engine": "InnoDB",
             "field_order": [
              "title",
              "size"
             ],
             "fields": [
              {
               "default": "Gr\\u00f6\\u00dfe \\"M\\"",
               "fieldname": "size",
               "fieldtype": "Data",
               "label": "Size"
              },
              {
               "fieldname": "title",
               "fieldtype": "Data",
               "label": "Title",
               "reqd": 1,
               "unique": 1
              }
             ],
             "links": [],
             "modified": "2026-01-02 03:04:05.678900",
             "modified_by": "Administrator",
             "module": "Stock",
             "name": "Gadget",
             "owner": "Administrator",
             "permissions": [
              {
               "create": 1,
               "read": 1,
               "role": "System Manager",
               "write": 1
              }
             ],
             "sort_field": "modified",
             "sort_order": "DESC",
             "states": []
            }""";

    @TempDir
    static Path folder;

    @Test
    void writesTheSameBytesButForWhatChanged() throws IOException {
        Path file = folder.resolve("workshop/stock/doctype/gadget/gadget.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, GADGET);
        Engine engine = new Engine(
                new EngineSettings("test", KEY, true, List.of(folder.resolve("workshop")), null, Clock.systemUTC()),
                DATABASE.dataSource(),
                List.of(new Frappe(new MemoryFiles())),
                List.of());
        engine.migrator().migrate(Progress.SILENT);

        engine.run(Context.ADMINISTRATOR, context -> save(context, "A thing"));

        String described = Files.readString(file);
        assertThat(withoutModified(described))
                .isEqualTo(withoutModified(GADGET)
                        .replace(" \"doctype\"", " \"description\": \"A thing\",\n \"doctype\"")
                        .replace("   \"label\": \"Title\"", "   \"in_list_view\": 1,\n   \"label\": \"Title\""));
        engine.run(Context.ADMINISTRATOR, context -> save(context, "A thing"));
        assertThat(withoutModified(Files.readString(file))).isEqualTo(withoutModified(described));
        assertThat(engine.migrator().plan().statements()).isEmpty();
    }

    private static Document save(Context context, String description) {
        Document definition = context.documents().get("DocType", "Gadget");
        return context.documents().save(definition.set("description", description));
    }

    private static String withoutModified(String json) {
        return json.replaceAll("\"modified\": \"[^\"]*\"", "\"modified\": \"\"");
    }
}
