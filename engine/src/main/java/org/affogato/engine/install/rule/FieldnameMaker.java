package org.affogato.engine.install.rule;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidFieldNameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** Makes fieldnames out of labels where they are missing, and brings all of them into lower case. */
public final class FieldnameMaker implements DefinitionRule {
    private static final Set<String> RESTRICTED = Set.of(
            "name",
            "parent",
            "creation",
            "owner",
            "modified",
            "modified_by",
            "parentfield",
            "parenttype",
            "file_list",
            "flags",
            "docstatus");

    @Override
    public void apply(Document definition, Context context) {
        for (Document field : definition.rows("fields")) {
            if (!Kinds.type(field).isEmpty()) {
                String fieldname = field.text("fieldname").isEmpty() ? made(field) : given(field);
                field.set(
                        "fieldname",
                        fieldname.replaceAll("['\",./%@()<>{}]", "").toLowerCase(Locale.ROOT));
            }
            if (field.check("unique")) {
                field.set("search_index", 0L);
            }
        }
    }

    private static String given(Document field) {
        String fieldname = field.text("fieldname");
        if (RESTRICTED.contains(fieldname)) {
            throw new InvalidFieldNameError("Fieldname %s is restricted".formatted(fieldname));
        }
        return fieldname;
    }

    private static String made(Document field) {
        String type = Kinds.type(field);
        boolean layout = type.endsWith(" Break");
        if (field.text("label").isEmpty()) {
            if (!layout) {
                throw new ValidationError(
                                "Row #%d: a field needs a fieldname or a label".formatted(field.integer("idx")))
                        .titled("Missing Fieldname");
            }
            return scrub(type)
                    + '_'
                    + Integer.toString(ThreadLocalRandom.current().nextInt(46_656, 1_679_616), 36);
        }
        String fieldname = scrub(field.text("label").strip()).replaceAll("^\\?+|\\?+$", "");
        if (RESTRICTED.contains(fieldname)) {
            fieldname += "1";
        }
        return layout ? fieldname + '_' + type.replace(" Break", "").toLowerCase(Locale.ROOT) : fieldname;
    }

    private static String scrub(String text) {
        return text.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
