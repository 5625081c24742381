package org.affogato.engine.install.rule;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidFieldNameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;

/** The connections that a form shows can be counted: their DocTypes and fields are there. */
public final class LinksRule implements DefinitionRule {
    @Override
    public void apply(Document definition, Context context) {
        if (context.flags().inMigrate()) {
            return;
        }
        int row = 0;
        for (Document link : definition.rows("links")) {
            row++;
            checkTarget(link, row, context);
            if (link.check("is_child_table")) {
                checkTable(link, row, definition, context);
            }
        }
    }

    private static void checkTarget(Document link, int row, Context context) {
        String doctype = link.text("link_doctype");
        String fieldname = link.text("link_fieldname");
        boolean there = context.hasDoctype(doctype)
                && !context.meta(doctype).isSingle()
                && context.meta(doctype).isColumn(fieldname);
        if (!there) {
            throw new InvalidFieldNameError(
                    "Document Links Row #%d: there is no field %s in DocType %s".formatted(row, fieldname, doctype));
        }
    }

    private static void checkTable(Document link, int row, Document definition, Context context) {
        String parent = link.text("parent_doctype");
        if (parent.isEmpty()) {
            throw new ValidationError(
                            "Document Links Row #%d: Parent DocType is mandatory for internal links".formatted(row))
                    .titled("Parent Missing");
        }
        String table = link.text("table_fieldname");
        if (table.isEmpty()) {
            throw new ValidationError(
                            "Document Links Row #%d: Table Fieldname is mandatory for internal links".formatted(row))
                    .titled("Table Fieldname Missing");
        }
        if (!hasField(parent, table, definition, context)) {
            throw new ValidationError(
                            "Document Links Row #%d: there is no field %s in DocType %s".formatted(row, table, parent))
                    .titled("Invalid Table Fieldname");
        }
    }

    private static boolean hasField(String parent, String table, Document definition, Context context) {
        if (parent.equals(definition.name())) {
            return Kinds.field(definition, table).isPresent();
        }
        Meta meta = context.meta(parent);
        return meta.has(table);
    }
}
