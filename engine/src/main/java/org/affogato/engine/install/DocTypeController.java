package org.affogato.engine.install;

import java.util.List;
import java.util.SequencedMap;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.install.rule.AddedFields;
import org.affogato.engine.install.rule.AutonameRule;
import org.affogato.engine.install.rule.ConflictRule;
import org.affogato.engine.install.rule.DefinitionRule;
import org.affogato.engine.install.rule.DeveloperModeRule;
import org.affogato.engine.install.rule.FieldRules;
import org.affogato.engine.install.rule.FieldnameMaker;
import org.affogato.engine.install.rule.KindRule;
import org.affogato.engine.install.rule.LinksRule;
import org.affogato.engine.install.rule.NameRule;
import org.affogato.engine.install.rule.OutsideRule;
import org.affogato.engine.install.rule.PermissionRule;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** What saving, renaming and deleting a definition does. Frappe: {@code core/doctype/doctype/doctype.py}. */
public final class DocTypeController implements DocumentController {
    private final boolean developerMode;
    private final TableSync tables;
    private final SchemaChange schema;
    private final FieldRenames renamed;
    private final WriteBack writeBack;
    private final FetchedColumns fetched = new FetchedColumns();
    private final NameRule names = new NameRule();
    private final DeveloperModeRule developers;
    private final List<DefinitionRule> rules;

    public DocTypeController(boolean developerMode, TableSync tables, DefinitionHomes homes) {
        this.writeBack = new WriteBack(homes);
        this.developerMode = developerMode;
        this.tables = tables;
        this.schema = new SchemaChange(tables);
        this.renamed = new FieldRenames(tables);
        this.developers = new DeveloperModeRule(developerMode);
        this.rules = List.of(
                developers,
                names,
                new KindRule(),
                new FieldnameMaker(),
                new AutonameRule(tables),
                new FieldRules(tables),
                new PermissionRule(),
                new AddedFields(),
                new OutsideRule(),
                new LinksRule(),
                new ConflictRule());
    }

    @Override
    public String doctype() {
        return "DocType";
    }

    @Override
    public void validate(Document definition, Context context) {
        rules.forEach(rule -> rule.apply(definition, context));
    }

    @Override
    public void onUpdate(Document definition, Context context) {
        SequencedMap<String, String> renames = renamed.of(definition);
        if (renames.isEmpty()) {
            schema.apply(definition.name(), context);
        } else {
            renamed.apply(renames, definition.name(), context);
        }
        for (String parent : DefinitionQueries.parentsOf(context.database(), definition.name())) {
            DefinitionQueries.touch(context.database(), parent, context.now());
            context.definitionChanged(parent);
        }
        if (renames.isEmpty()) {
            fetched.fill(definition, context);
        }
        DocTypeLayoutController.syncAll(definition.name(), context);
        if (developerMode && !definition.check("custom") && !context.flags().inMigrate()) {
            writeBack.plan(definition, context);
        }
    }

    @Override
    public void onTrash(Document definition, Context context) {
        if (!definition.check("custom") && !developerMode && !context.flags().inMigrate()) {
            throw new ValidationError("A standard DocType cannot be deleted");
        }
        DefinitionQueries.forget(context.database(), definition.name());
        context.definitionChanged(definition.name());
    }

    @Override
    public String beforeRename(Document definition, String newName, boolean merge, Context context) {
        if (!definition.check("custom") && !context.isAdministrator()) {
            throw new ValidationError("A standard DocType can be renamed by Administrator only");
        }
        developers.apply(definition, context);
        names.check(newName, context);
        if (merge) {
            throw new ValidationError("DocTypes cannot be merged");
        }
        return newName;
    }

    @Override
    public void afterRename(Document definition, String oldName, boolean merge, Context context) {
        String newName = definition.name();
        DefinitionQueries.renameInDefinitions(context.database(), oldName, newName);
        renameParentType(definition, oldName, context);
        if (definition.check("issingle")) {
            DefinitionQueries.renameSingle(context.database(), oldName, newName);
        } else {
            context.afterCommit(() -> tables.rename(oldName, newName));
        }
        context.definitionChanged(oldName);
        context.definitionChanged(newName);
    }

    private static void renameParentType(Document definition, String oldName, Context context) {
        definition.rows("fields").stream()
                .filter(field -> field.text("fieldtype").startsWith("Table"))
                .map(field -> field.text("options"))
                .filter(context::hasDoctype)
                .map(context::meta)
                .filter(child -> child.isChild() && !child.isVirtual())
                .distinct()
                .forEach(child ->
                        DefinitionQueries.renameParentType(context.database(), child, oldName, definition.name()));
    }
}
