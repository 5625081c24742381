package org.affogato.engine.install.rule;

import java.util.Set;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.CannotIndexedError;
import org.affogato.engine.error.NonUniqueError;
import org.affogato.engine.spi.Context;

/** Which fields can be unique or indexed. */
final class KeyRule implements FieldRule {
    private static final Set<String> UNIQUE = Set.of("Data", "Link", "Read Only");
    private static final Set<String> NOT_INDEXED = Set.of("Text", "Long Text", "Small Text", "Code", "Text Editor");

    private final TableSync tables;

    KeyRule(TableSync tables) {
        this.tables = tables;
    }

    @Override
    public void apply(Document field, Document definition, Context context) {
        if (definition.check("is_virtual")) {
            return;
        }
        if (definition.check("issingle")) {
            field.set("unique", 0L).set("search_index", 0L);
        }
        if (field.check("unique")) {
            checkUnique(field, definition);
        }
        if (field.check("search_index") && NOT_INDEXED.contains(Kinds.type(field))) {
            throw new CannotIndexedError("%s: Fieldtype %s for %s cannot be indexed"
                    .formatted(definition.name(), Kinds.type(field), Kinds.label(field)));
        }
    }

    private void checkUnique(Document field, Document definition) {
        if (!UNIQUE.contains(Kinds.type(field))) {
            throw new NonUniqueError("%s: Fieldtype %s for %s cannot be unique"
                    .formatted(definition.name(), Kinds.type(field), Kinds.label(field)));
        }
        if (!field.isNew() && tables.hasDuplicates(definition.name(), field.text("fieldname"))) {
            throw new NonUniqueError("%s: Field '%s' cannot be set as Unique as it has non-unique values"
                    .formatted(definition.name(), Kinds.label(field)));
        }
    }
}
