package org.affogato.engine.install.rule;

import java.util.List;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/**
 * The rules for fields, one by one and as a form. Custom Fields obey them too. What comes from an app's files need not
 * obey all of them. Frappe: {@code validate_fields}.
 */
public final class FieldRules implements DefinitionRule {
    private final List<FieldRule> rules;
    private final List<FieldRule> strictRules;
    private final FormRule form = new FormRule();

    public FieldRules(TableSync tables) {
        this.rules = List.of(
                FieldRules::fillIn,
                new FieldnameRule(),
                FlagRules::hiddenAndMandatory,
                new KeyRule(tables),
                OptionRules::multiSelect,
                OptionRules::tidy,
                OptionRules::dataFormat);
        this.strictRules = List.of(
                FieldnameRule::checkOnce,
                OptionRules::target,
                FlagRules::mandatory,
                OptionRules::dynamicLink,
                FlagRules::inListView,
                FlagRules::inGlobalSearch,
                FlagRules::dependsOn,
                OptionRules::defaultValue,
                OptionRules::childTable,
                FlagRules::maxHeight,
                OptionRules::rating);
    }

    @Override
    public void apply(Document definition, Context context) {
        boolean strict = !context.flags().inMigrate();
        for (Document field : definition.rows("fields")) {
            rules.forEach(rule -> rule.apply(field, definition, context));
            if (strict) {
                strictRules.forEach(rule -> rule.apply(field, definition, context));
            }
        }
        if (strict) {
            form.apply(definition, context);
        }
    }

    private static void fillIn(Document field, Document definition, Context context) {
        field.set("permlevel", field.integer("permlevel"));
        if (!Kinds.isTable(field)) {
            field.set("allow_bulk_edit", 0L);
        }
    }
}
