package org.affogato.engine.install.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidColumnName;
import org.affogato.engine.error.UniqueFieldnameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;

/** A fieldname consists of letters, digits and underscores, is not the engine's own word, and fits a column. */
final class FieldnameRule implements FieldRule {
    private static final Pattern SPECIAL = Pattern.compile("\\W", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST = 64;
    private static final Set<String> RESERVED = Set.of(
            "doctype",
            "meta",
            "flags",
            "parent_doc",
            "_table_fields",
            "_valid_columns",
            "_doc_before_save",
            "_table_fieldnames",
            "_reserved_keywords",
            "permitted_fieldnames",
            "dont_update_if_missing");

    @Override
    public void apply(Document field, Document definition, Context context) {
        String fieldname = field.text("fieldname");
        Matcher special = SPECIAL.matcher(fieldname);
        if (special.find()) {
            throw new InvalidColumnName(
                    "Fieldname %s cannot have special characters like \"%s\"".formatted(fieldname, special.group()));
        }
        if (RESERVED.contains(fieldname)) {
            throw new ValidationError(
                            "%s: %s is a reserved word and no fieldname".formatted(definition.name(), fieldname))
                    .titled("Invalid Fieldname");
        }
        if (fieldname.length() > LONGEST) {
            throw new ValidationError("A fieldname has at most %d characters (%s)".formatted(LONGEST, fieldname));
        }
    }

    static void checkOnce(Document field, Document definition, Context context) {
        String fieldname = field.text("fieldname");
        List<String> rows = definition.rows("fields").stream()
                .filter(other -> other.text("fieldname").equals(fieldname))
                .map(other -> other.text("idx"))
                .toList();
        if (rows.size() > 1) {
            throw new UniqueFieldnameError("%s: Fieldname %s appears multiple times in rows %s"
                    .formatted(definition.name(), fieldname, String.join(", ", rows)));
        }
    }
}
