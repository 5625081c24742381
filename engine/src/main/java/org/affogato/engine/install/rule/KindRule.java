package org.affogato.engine.install.rule;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** Sets what follows from the kind of DocType: Single, child, numbered by the database, and the old document types. */
public final class KindRule implements DefinitionRule {
    private static final int COLUMNS_OF_A_LIST = 4;

    @Override
    public void apply(Document definition, Context context) {
        if (definition.check("issingle")) {
            definition.set("allow_import", 0L).set("is_submittable", 0L).set("istable", 0L);
        } else if (definition.check("istable")) {
            definition.set("allow_import", 0L).setRows("permissions", List.of());
        }
        if (definition.text("autoname").equals("autoincrement")) {
            definition.set("allow_rename", 0L);
        }
        switch (definition.text("document_type")) {
            case "Transaction" -> definition.set("document_type", "Document");
            case "Master" -> definition.set("document_type", "Setup");
            default -> {
                // the others are as they are
            }
        }
        showMandatoryFields(definition);
        definition.rows("fields").stream()
                .filter(field -> field.check("translatable") && !Kinds.isTranslatable(Kinds.type(field)))
                .forEach(field -> field.set("translatable", 0L));
    }

    /** A list whose columns nobody chose shows the first mandatory fields. */
    private static void showMandatoryFields(Document definition) {
        List<Document> fields = definition.rows("fields");
        if (fields.stream().anyMatch(field -> field.check("in_list_view"))) {
            return;
        }
        fields.stream()
                .filter(field -> field.check("reqd") && !field.check("hidden") && Kinds.showsInList(field, false))
                .limit(COLUMNS_OF_A_LIST)
                .forEach(field -> field.set("in_list_view", 1L));
    }
}
