package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.rule.ConflictRule;
import org.affogato.engine.install.rule.FieldRules;
import org.affogato.engine.install.rule.FieldtypeChange;
import org.affogato.engine.install.rule.LinksRule;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/**
 * A field that a site adds to a DocType: named after its label, checked together with the DocType's own fields, with a
 * column that outlives it. Frappe: {@code custom_field.py}.
 */
public final class CustomFieldController implements DocumentController {
    private static final Set<String> RESTRICTED = Set.of(
            "name",
            "parent",
            "creation",
            "modified",
            "modified_by",
            "parentfield",
            "parenttype",
            "file_list",
            "flags",
            "docstatus");

    private final TableSync tables;
    private final SchemaChange schema;
    private final FieldRenames renames;
    private final FieldRules fieldRules;
    private final LinksRule linksRule = new LinksRule();

    public CustomFieldController(TableSync tables) {
        this.tables = tables;
        this.schema = new SchemaChange(tables);
        this.renames = new FieldRenames(tables);
        this.fieldRules = new FieldRules(tables);
    }

    @Override
    public String doctype() {
        return "Custom Field";
    }

    @Override
    public void beforeInsert(Document field, Context context) {
        setFieldname(field);
    }

    @Override
    public void autoname(Document field, Context context) {
        setFieldname(field);
        field.set("name", field.text("dt") + "-" + field.text("fieldname"));
    }

    private static void setFieldname(Document field) {
        String fieldname = field.text("fieldname");
        if (fieldname.isEmpty()) {
            fieldname = "custom_" + label(field).replace(' ', '_').replaceAll("[^\\p{L}\\p{N}_]", "");
        }
        fieldname = fieldname.toLowerCase(Locale.ROOT);
        field.set("fieldname", RESTRICTED.contains(fieldname) ? fieldname + "1" : fieldname);
    }

    private static String label(Document field) {
        if (!field.text("label").isEmpty()) {
            return field.text("label");
        }
        if (!field.text("fieldtype").endsWith(" Break")) {
            throw new ValidationError("A Custom Field needs a label");
        }
        int number = ThreadLocalRandom.current().nextInt(1_679_616, 60_466_176);
        return field.text("fieldtype") + "_" + Integer.toString(number, 36);
    }

    @Override
    public void validate(Document field, Context context) {
        if (isRenamed(field)) {
            checkRename(field, context);
        }
        if (field.isNew() || field.text("insert_after").equals("append")) {
            place(field, context.meta(field.text("dt")));
        }
        FieldtypeChange.check(field);
        if (field.check("translatable") && !FieldtypeChange.isTranslatable(field.text("fieldtype"))) {
            field.set("translatable", 0L);
        }
        if (!field.check("is_virtual")) {
            ConflictRule.check(field.text("fieldname"), field.text("dt"));
        }
    }

    private static boolean isRenamed(Document field) {
        return !field.isNew() && field.hasChanged("fieldname");
    }

    private void checkRename(Document field, Context context) {
        setFieldname(field);
        if (context.flags().inMigrate()) {
            return;
        }
        if (field.check("is_system_generated")) {
            throw new ValidationError("System Generated Fields can not be renamed");
        }
        String fieldname = field.text("fieldname");
        if (isRenamed(field) && tables.hasColumn(field.text("dt"), fieldname)) {
            throw new ValidationError(
                    "Can not rename as column %s is already present on DocType.".formatted(fieldname));
        }
    }

    private static void place(Document field, Meta meta) {
        List<String> fieldnames =
                meta.fields().stream().map(DocField::fieldname).toList();
        if (field.isNew() && fieldnames.contains(field.text("fieldname"))) {
            throw new ValidationError(
                    "A field with the name %s already exists in %s".formatted(field.text("fieldname"), meta.name()));
        }
        if (field.text("insert_after").equals("append") && !fieldnames.isEmpty()) {
            field.set("insert_after", fieldnames.getLast());
        }
        int at = fieldnames.indexOf(field.text("insert_after"));
        if (at >= 0) {
            field.set("idx", at + 1L);
        }
    }

    @Override
    public void onUpdate(Document field, Context context) {
        String doctype = field.text("dt");
        context.definitionChanged(doctype);
        if (!context.flags().ignoreValidate()) {
            Document form = EffectiveForm.of(context.meta(doctype), context);
            linksRule.apply(form, context);
            fieldRules.apply(form, context);
        }
        bringInLine(field, doctype, context);
    }

    /** A field with a new fieldname takes its column along. */
    private void bringInLine(Document field, String doctype, Context context) {
        Document before = field.before();
        if (before == null || !isRenamed(field)) {
            schema.apply(doctype, context);
            return;
        }
        SequencedMap<String, String> names = new LinkedHashMap<>();
        names.put(before.text("fieldname"), field.text("fieldname"));
        renames.apply(names, doctype, context);
    }

    @Override
    public void onTrash(Document field, Context context) {
        if (field.owner().equals(Context.ADMINISTRATOR) && !context.isAdministrator()) {
            throw new ValidationError("Custom Field %s was made by Administrator and is deleted by Administrator only"
                    .formatted(field.text("label")));
        }
        DefinitionQueries.removeSetters(context.database(), field.text("dt"), field.text("fieldname"));
        context.definitionChanged(field.text("dt"));
    }

    @Override
    public void afterDelete(Document field, Context context) {
        DocTypeLayoutController.syncAll(field.text("dt"), context);
    }
}
