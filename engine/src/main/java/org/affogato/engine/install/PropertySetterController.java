package org.affogato.engine.install;

import java.util.Set;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** One property of a form that a site sets otherwise; of several for one property the last made counts. */
public final class PropertySetterController implements DocumentController {
    private static final Set<String> OF_THE_TABLE = Set.of(
            "fieldtype", "length", "precision", "unique", "search_index", "not_nullable", "default", "is_virtual");

    private final SchemaChange schema;

    public PropertySetterController(TableSync tables) {
        this.schema = new SchemaChange(tables);
    }

    @Override
    public String doctype() {
        return "Property Setter";
    }

    @Override
    public void autoname(Document setter, Context context) {
        String field = setter.text("field_name").isEmpty() ? setter.text("row_name") : setter.text("field_name");
        setter.set(
                "name",
                "%s-%s-%s"
                        .formatted(setter.text("doc_type"), field.isEmpty() ? "main" : field, setter.text("property")));
    }

    @Override
    public void validate(Document setter, Context context) {
        if (setter.text("property").equals("fieldtype")
                && setter.text("field_name").equals("naming_series")) {
            throw new ValidationError("Field type cannot be changed for naming_series");
        }
        if (setter.isNew()) {
            DefinitionQueries.removeSetters(
                    context.database(),
                    setter.text("doc_type"),
                    setter.text("property"),
                    setter.text("field_name"),
                    setter.text("row_name"));
        }
    }

    @Override
    public void onUpdate(Document setter, Context context) {
        apply(setter, context);
    }

    @Override
    public void onTrash(Document setter, Context context) {
        context.definitionChanged(setter.text("doc_type"));
    }

    @Override
    public void afterDelete(Document setter, Context context) {
        apply(setter, context);
    }

    private void apply(Document setter, Context context) {
        String doctype = setter.text("doc_type");
        context.definitionChanged(doctype);
        if (OF_THE_TABLE.contains(setter.text("property"))
                && setter.text("doctype_or_field").equals("DocField")) {
            schema.apply(doctype, context);
        }
    }
}
