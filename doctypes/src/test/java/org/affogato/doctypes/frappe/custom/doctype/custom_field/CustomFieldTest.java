package org.affogato.doctypes.frappe.custom.doctype.custom_field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.doctypes.testing.AppSite;
import org.affogato.doctypes.testing.SharedSite;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Arguments;
import org.affogato.engine.spi.Context;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CustomFieldTest {
    @RegisterExtension
    static final SharedSite SITE = new SharedSite();

    private static final String RENAME = "frappe.custom.doctype.custom_field.custom_field.rename_fieldname";
    private static final String LABELS = "frappe.custom.doctype.custom_field.custom_field.get_fields_label";

    @Test
    void namesAFieldAfterItsLabelAndPlacesIt() {
        doctype("Wren", "first", "last");

        Document field = add("Wren", Map.of("label", "Wing Span (cm)", "fieldtype", "Int", "insert_after", "first"));

        assertThat(field.name()).isEqualTo("Wren-custom_wing_span_cm");
        assertThat(field.integer("idx")).isEqualTo(1);
        assertThat(fieldnames("Wren")).containsExactly("first", "custom_wing_span_cm", "last");
        assertThat(add("Wren", Map.of("label", "Flags", "fieldname", "Flags")).text("fieldname"))
                .isEqualTo("flags1");
        assertThat(add("Wren", Map.of("label", "End", "insert_after", "append")).text("insert_after"))
                .isEqualTo("last");
        assertThat(add("Wren", Map.of("fieldtype", "Column Break")).text("fieldname"))
                .startsWith("custom_column_break_");
    }

    @Test
    void refusesWhatCannotBeAField() {
        doctype("Finch", "beak");
        add("Finch", Map.of("label", "Song", "fieldname", "song"));

        refused(ValidationError.class, "label", () -> add("Finch", Map.of("fieldtype", "Int")));
        refused(ValidationError.class, "already exists", () -> add("Finch", Map.of("label", "X", "fieldname", "beak")));
        refused(ValidationError.class, "already exists", () -> add("Finch", Map.of("label", "X", "fieldname", "song")));
        refused(ValidationError.class, "conflicts", () -> add("Finch", Map.of("label", "X", "fieldname", "save")));
        refused(
                EngineException.class,
                "No Such",
                () -> add("Finch", Map.of("label", "X", "fieldtype", "Link", "options", "No Such")));
        refused(ValidationError.class, "from Data to Int", () -> change("Finch-song", "fieldtype", "Int"));
        refused(ValidationError.class, "already present", () -> change("Finch-song", "fieldname", "beak"));
        assertThat(change("Finch-song", "fieldtype", "Small Text").text("fieldtype"))
                .isEqualTo("Small Text");
        assertThat(fieldnames("Finch")).containsExactly("song", "beak");
    }

    @Test
    void deletingAFieldLeavesItsColumnAndTakesItsSettersAlong() {
        doctype("Robin", "a");
        add("Robin", Map.of("label", "Red", "fieldname", "red"));
        setter("Robin", "red", "label", "Reddish");
        setter("Robin", "a", "label", "Alpha");
        SITE.get().asAdministrator(context -> insert(context, "Robin", Map.of("a", "x", "red", "deep")));

        SITE.get().asAdministrator(context -> {
            context.documents().delete("Custom Field", "Robin-red");
            return null;
        });

        assertThat(fieldnames("Robin")).containsExactly("a");
        assertThat(SITE.get().count("SELECT COUNT(*) FROM `tabRobin` WHERE red = 'deep'"))
                .isOne();
        assertThat(SITE.get().count("SELECT COUNT(*) FROM `tabProperty Setter` WHERE doc_type = 'Robin'"))
                .isOne();
    }

    @Test
    void onlyAdministratorDeletesWhatAdministratorMade() {
        doctype("Crow", "a");
        add("Crow", Map.of("label", "B", "fieldname", "b"));
        SITE.get().makeUser("crow@example.com", "System Manager");

        assertThatThrownBy(() -> SITE.get().as("crow@example.com", context -> {
                    context.documents().delete("Custom Field", "Crow-b");
                    return null;
                }))
                .isInstanceOf(ValidationError.class);
    }

    @Test
    void aNewFieldnameTakesColumnRowsSecretsAndPlacesAlong() {
        child("Egg", "n");
        doctype("Owl", "a");
        add("Owl", Map.of("label", "Eggs", "fieldname", "eggs", "fieldtype", "Table", "options", "Egg"));
        add("Owl", Map.of("label", "Key", "fieldname", "key", "fieldtype", "Password", "insert_after", "eggs"));
        add("Owl", Map.of("label", "Age", "fieldname", "age", "fieldtype", "Int", "insert_after", "key"));
        setter("Owl", "age", "label", "Years");
        setter("Owl", "", "field_order", "[\"a\", \"age\"]");
        String name = SITE.get()
                .asAdministrator(context -> insert(
                        context, "Owl", Map.of("a", "x", "age", 7, "key", "hush", "eggs", List.of(Map.of("n", "one")))))
                .name();

        rename("Owl-age", "Years_Old");
        rename("Owl-eggs", "clutch");
        rename("Owl-key", "secret");

        assertThat(fieldnames("Owl")).containsExactly("clutch", "secret", "a", "years_old");
        SITE.get().asAdministrator(context -> {
            Document owl = context.documents().get("Owl", name);
            assertThat(owl.get("years_old")).isEqualTo(7L);
            assertThat(owl.rows("clutch"))
                    .singleElement()
                    .extracting(row -> row.text("n"))
                    .isEqualTo("one");
            assertThat(context.secrets().read("Owl", name, "secret")).hasValue("hush");
            assertThat(context.meta("Owl").field("years_old").label()).isEqualTo("Years");
            Document age = context.documents().get("Custom Field", "Owl-age");
            assertThat(age.text("insert_after")).isEqualTo("secret");
            return null;
        });
        assertThat(SITE.get().engine().migrator().plan().statements()).isEmpty();
    }

    @Test
    void carriesTheValueOfASingle() {
        SITE.get()
                .asAdministrator(context -> context.documents()
                        .insert(context.documents()
                                .create(
                                        "DocType",
                                        Map.of(
                                                "name",
                                                "Aviary",
                                                "module",
                                                "Custom",
                                                "custom",
                                                1,
                                                "issingle",
                                                1,
                                                "fields",
                                                List.of(field("a", "Data", ""))))));
        add("Aviary", Map.of("label", "B", "fieldname", "b"));
        SITE.get()
                .asAdministrator(context -> context.documents()
                        .save(context.documents().get("Aviary", "Aviary").set("b", "kept")));

        rename("Aviary-b", "c");

        assertThat(SITE.get()
                        .<Object>asAdministrator(context -> context.documents().single("Aviary", "c")))
                .isEqualTo("kept");
    }

    @Test
    void refusesToRenameOntoAColumnOrWhatTheSystemMade() {
        doctype("Rook", "a");
        add("Rook", Map.of("label", "B", "fieldname", "b"));
        add("Rook", Map.of("label", "Gone", "fieldname", "gone"));
        add("Rook", Map.of("label", "S", "fieldname", "s", "is_system_generated", 1));
        SITE.get().asAdministrator(context -> {
            context.documents().delete("Custom Field", "Rook-gone");
            return null;
        });
        SITE.get().makeUser("rook@example.com", "Website Manager");

        refused(ValidationError.class, "column gone is already present", () -> rename("Rook-b", "Gone"));
        refused(ValidationError.class, "System Generated", () -> rename("Rook-s", "t"));
        refused(DoesNotExistError.class, "Rook-none", () -> rename("Rook-none", "t"));
        refused(EngineException.class, "", () -> rename("Rook-b", "a b;c"));
        refused(
                PermissionError.class,
                "",
                () -> SITE.get().call("rook@example.com", RENAME, Map.of("custom_field", "Rook-b", "fieldname", "c")));
        rename("Rook-b", "b");
        assertThat(fieldnames("Rook")).contains("a", "b", "s");
    }

    @Test
    void offersTheFieldsOfAStandardDoctype() {
        AppSite site = SITE.get();
        doctype("Jay", "a");

        Object labels = site.asAdministrator(context -> site.engine()
                .methods()
                .find(LABELS)
                .orElseThrow()
                .call(context, new Arguments(Map.of("doctype", "ToDo"))));

        assertThat(labels)
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .contains(Map.of("value", "status", "label", "Status"));
        assertThat(site.call(Context.ADMINISTRATOR, LABELS, Map.of("doctype", "User")))
                .isNull();
        assertThat(site.call(Context.ADMINISTRATOR, LABELS, Map.of("doctype", "Jay")))
                .isNull();
    }

    private static void rename(String field, String fieldname) {
        SITE.get().call(Context.ADMINISTRATOR, RENAME, Map.of("custom_field", field, "fieldname", fieldname));
    }

    private static void refused(Class<? extends EngineException> type, String says, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(type).hasMessageContaining(says);
    }

    private static Document add(String doctype, Map<String, Object> values) {
        Map<String, Object> field = new LinkedHashMap<>(values);
        field.put("dt", doctype);
        return SITE.get().asAdministrator(context -> insert(context, "Custom Field", field));
    }

    private static Document change(String field, String property, Object value) {
        return SITE.get()
                .asAdministrator(context -> context.documents()
                        .save(context.documents().get("Custom Field", field).set(property, value)));
    }

    private static void setter(String doctype, String fieldname, String property, String value) {
        SITE.get()
                .asAdministrator(context -> insert(
                        context,
                        "Property Setter",
                        Map.of(
                                "doctype_or_field",
                                fieldname.isEmpty() ? "DocType" : "DocField",
                                "doc_type",
                                doctype,
                                "field_name",
                                fieldname,
                                "property",
                                property,
                                "value",
                                value)));
    }

    private static Document insert(Context context, String doctype, Map<String, Object> values) {
        return context.documents().insert(context.documents().create(doctype, values));
    }

    private static List<String> fieldnames(String doctype) {
        return SITE.get()
                .asAdministrator(context -> context.meta(doctype).fields().stream()
                        .map(DocField::fieldname)
                        .toList());
    }

    private static void doctype(String name, String... fieldnames) {
        define(name, 0, fieldnames);
    }

    private static void child(String name, String... fieldnames) {
        define(name, 1, fieldnames);
    }

    private static void define(String name, int isTable, String... fieldnames) {
        List<Map<String, Object>> fields = Arrays.stream(fieldnames)
                .map(fieldname -> field(fieldname, "Data", ""))
                .toList();
        SITE.get()
                .asAdministrator(context -> insert(
                        context,
                        "DocType",
                        Map.of("name", name, "module", "Custom", "custom", 1, "istable", isTable, "fields", fields)));
    }

    private static Map<String, Object> field(String fieldname, String fieldtype, String options) {
        return Map.of("fieldname", fieldname, "fieldtype", fieldtype, "label", fieldname, "options", options);
    }
}
