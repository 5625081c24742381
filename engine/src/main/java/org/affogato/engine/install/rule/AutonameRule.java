package org.affogato.engine.install.rule;

import java.util.Optional;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** How documents of the DocType are named: the field it speaks of is there, a series belongs to one DocType only. */
public final class AutonameRule implements DefinitionRule {
    private static final String FIELD = "field:";
    private static final String SERIES = "naming_series:";
    private static final String NUMBERS = "autoincrement";

    private final TableSync tables;

    public AutonameRule(TableSync tables) {
        this.tables = tables;
    }

    @Override
    public void apply(Document definition, Context context) {
        checkPattern(definition, context);
        checkNumbering(definition);
    }

    /** The naming itself, whatever it was before. */
    public static void checkPattern(Document definition, Context context) {
        String autoname = definition.text("autoname");
        if (autoname.isEmpty() && Kinds.field(definition, "naming_series").isPresent()) {
            definition.set("autoname", SERIES);
        } else if (autoname.startsWith(SERIES)
                && Kinds.field(definition, "naming_series").isEmpty()) {
            throw new ValidationError("Names by series need a field called naming_series").titled("Field Missing");
        }
        if (autoname.startsWith(FIELD)) {
            makeUnique(definition, autoname.substring(FIELD.length()).split(":", 2)[0]);
        } else if (isPrefix(autoname)) {
            checkPrefix(definition.name(), autoname, context);
        }
    }

    private static void makeUnique(Document definition, String fieldname) {
        Document field = Kinds.field(definition, fieldname)
                .filter(found -> !fieldname.isEmpty())
                .orElseThrow(() -> new ValidationError("Invalid fieldname '%s' in autoname".formatted(fieldname)));
        field.set("unique", 1L);
    }

    private static boolean isPrefix(String autoname) {
        return !autoname.isEmpty()
                && !autoname.startsWith("eval:")
                && !autoname.equalsIgnoreCase("prompt")
                && !autoname.equalsIgnoreCase("hash")
                && !autoname.startsWith(SERIES)
                && !autoname.startsWith("format:");
    }

    private static void checkPrefix(String doctype, String autoname, Context context) {
        String prefix = autoname.split("\\.", 2)[0];
        Optional<String> other = DefinitionQueries.userOfSeries(context.database(), prefix, doctype);
        if (other.isPresent()) {
            throw new ValidationError("Series %s is already used in %s".formatted(prefix, other.get()));
        }
    }

    /** The type of names changes while there are none, and not later. */
    private void checkNumbering(Document definition) {
        Document before = definition.before();
        if (before == null || before.check("issingle")) {
            return;
        }
        boolean numbered = definition.text("autoname").equals(NUMBERS);
        boolean was = before.text("autoname").equals(NUMBERS);
        if (numbered != was && tables.hasRows(definition.name())) {
            throw new ValidationError(
                    "Only while a DocType has no documents can its naming change to or from autoincrement");
        }
    }
}
