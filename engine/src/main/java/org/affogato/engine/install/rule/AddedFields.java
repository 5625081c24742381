package org.affogato.engine.install.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidFieldNameError;
import org.affogato.engine.error.MandatoryError;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Adds the fields that submittable DocTypes and trees work with. */
public final class AddedFields implements DefinitionRule {
    @Override
    public void apply(Document definition, Context context) {
        if (definition.check("is_submittable")
                && Kinds.field(definition, "amended_from").isEmpty()) {
            addAmendedFrom(definition, context);
        }
        if (definition.check("is_tree")) {
            makeTree(definition, context);
        }
    }

    private static void addAmendedFrom(Document definition, Context context) {
        add(definition, context, "Amended From", "amended_from", "Link", definition.name())
                .set("read_only", 1L)
                .set("print_hide", 1L)
                .set("no_copy", 1L)
                .set("search_index", 1L);
    }

    private static void makeTree(Document definition, Context context) {
        if (Kinds.field(definition, "lft").isEmpty()) {
            addTreeFields(definition, context);
        }
        String parentField = definition.text("nsm_parent_field");
        if (parentField.isEmpty()) {
            throw new MandatoryError("A tree needs a Parent Field");
        }
        if (Kinds.field(definition, parentField).isEmpty()) {
            throw new InvalidFieldNameError("The parent field is not one of the fields");
        }
    }

    private static void addTreeFields(Document definition, Context context) {
        for (String side : List.of("Left", "Right")) {
            String fieldname = side.equals("Left") ? "lft" : "rgt";
            add(definition, context, side, fieldname, "Int", null)
                    .set("read_only", 1L)
                    .set("hidden", 1L)
                    .set("no_copy", 1L);
        }
        add(definition, context, "Is Group", "is_group", "Check", null);
        add(definition, context, "Old Parent", "old_parent", "Link", definition.name());
        String label = "Parent " + definition.name();
        String fieldname = label.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        add(definition, context, label, fieldname, "Link", definition.name()).set("ignore_user_permissions", 1L);
        definition.set("nsm_parent_field", fieldname);
    }

    private static Document add(
            Document definition,
            Context context,
            String label,
            String fieldname,
            String fieldtype,
            @Nullable String options) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("label", label);
        values.put("fieldname", fieldname);
        values.put("fieldtype", fieldtype);
        values.put("options", options);
        Document row = context.documents().createWithDefaults("DocField", values);
        row.set("name", RowName.random());
        List.of("owner", "creation", "modified", "modified_by", "docstatus")
                .forEach(column -> row.set(column, definition.get(column)));
        row.set("parent", definition.name()).set("parenttype", "DocType").set("parentfield", "fields");
        List<Document> fields = new ArrayList<>(definition.rows("fields"));
        fields.add(row.set("idx", fields.size() + 1L));
        definition.setRows("fields", fields);
        return row;
    }
}
