package org.affogato.engine.install.rule;

import org.affogato.engine.document.Document;
import org.affogato.engine.error.CannotCreateStandardDoctypeError;
import org.affogato.engine.spi.Context;

/** Standard DocTypes belong to the code: they change in developer mode only, where they are Administrator's. */
public final class DeveloperModeRule implements DefinitionRule {
    private final boolean developerMode;

    public DeveloperModeRule(boolean developerMode) {
        this.developerMode = developerMode;
    }

    @Override
    public void apply(Document definition, Context context) {
        if (context.flags().inMigrate()) {
            return;
        }
        boolean custom = definition.check("custom");
        if (!developerMode && !custom) {
            throw new CannotCreateStandardDoctypeError(
                    "Not in developer mode: tick 'Custom', or switch developer mode on to change a standard DocType");
        }
        if (custom && definition.check("is_virtual")) {
            throw new CannotCreateStandardDoctypeError("A custom DocType cannot be virtual");
        }
        if (developerMode) {
            definition.set("owner", Context.ADMINISTRATOR).set("modified_by", Context.ADMINISTRATOR);
        }
    }
}
