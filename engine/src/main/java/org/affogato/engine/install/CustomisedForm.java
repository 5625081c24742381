package org.affogato.engine.install;

import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.install.customize.FormChange;
import org.affogato.engine.install.rule.AutonameRule;
import org.affogato.engine.install.rule.FieldRules;
import org.affogato.engine.install.rule.LinksRule;
import org.affogato.engine.install.rule.OutsideRule;
import org.affogato.engine.spi.Context;

/** Puts a customised form in force: it obeys the rules of definitions, and its table follows. */
final class CustomisedForm implements FormChange {
    private final SchemaChange schema;
    private final FieldRules fieldRules;
    private final LinksRule linksRule = new LinksRule();

    CustomisedForm(TableSync tables) {
        this.schema = new SchemaChange(tables);
        this.fieldRules = new FieldRules(tables);
    }

    @Override
    public void apply(String doctype, Context context) {
        context.definitionChanged(doctype);
        Document form = EffectiveForm.of(context.meta(doctype), context);
        AutonameRule.checkPattern(form, context);
        linksRule.apply(form, context);
        fieldRules.apply(form, context);
        OutsideRule.email(form);
        schema.apply(doctype, context);
    }
}
