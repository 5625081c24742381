package org.affogato.engine.install.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.HiddenAndMandatoryWithoutDefaultError;
import org.affogato.engine.error.IllegalMandatoryError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** Flags of a field that exclude each other or its type. */
final class FlagRules {
    /** A single {@code =} between two words: an assignment where a comparison was meant. */
    private static final Pattern ASSIGNMENT = Pattern.compile("[\\w.:_]+\\s*=\\s*[\\w.@'\"]+.*", Pattern.DOTALL);

    private static final List<String> CONDITIONS =
            List.of("depends_on", "collapsible_depends_on", "mandatory_depends_on", "read_only_depends_on");

    private FlagRules() {}

    static void hiddenAndMandatory(Document field, Document definition, Context context) {
        boolean unreachable = field.check("hidden")
                && field.check("reqd")
                && field.text("default").isEmpty();
        if (unreachable && !context.flags().inMigrate()) {
            throw new HiddenAndMandatoryWithoutDefaultError(
                    "%s: Field %s in row %s cannot be hidden and mandatory without default"
                            .formatted(definition.name(), Kinds.label(field), field.text("idx")));
        }
    }

    static void mandatory(Document field, Document definition, Context context) {
        if (field.check("reqd") && Kinds.hasNoValue(Kinds.type(field)) && !Kinds.isTable(field)) {
            throw new IllegalMandatoryError("%s: Field %s of type %s cannot be mandatory"
                    .formatted(definition.name(), Kinds.label(field), Kinds.type(field)));
        }
    }

    static void inListView(Document field, Document definition, Context context) {
        boolean grid = definition.check("istable");
        if (field.check("in_list_view") && !Kinds.showsInList(field, grid)) {
            throw new ValidationError("'%s' not allowed for type %s in row %s"
                    .formatted(grid ? "In Grid View" : "In List View", Kinds.type(field), field.text("idx")));
        }
    }

    static void inGlobalSearch(Document field, Document definition, Context context) {
        if (field.check("in_global_search") && Kinds.hasNoValue(Kinds.type(field))) {
            throw new ValidationError("'In Global Search' not allowed for type %s in row %s"
                    .formatted(Kinds.type(field), field.text("idx")));
        }
    }

    static void dependsOn(Document field, Document definition, Context context) {
        for (String condition : CONDITIONS) {
            if (ASSIGNMENT.matcher(field.text(condition)).matches()) {
                throw new ValidationError("Invalid %s condition in row %s".formatted(condition, field.text("idx")));
            }
        }
    }

    static void maxHeight(Document field, Document definition, Context context) {
        String height = field.text("max_height");
        if (!height.isEmpty() && !height.endsWith("px") && !height.endsWith("em")) {
            throw new ValidationError("The height of %s must be in px, em or rem".formatted(field.text("fieldname")));
        }
    }
}
