package org.affogato.engine.install.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.db.DefinitionQueries;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DoctypeLinkError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.error.WrongOptionsDoctypeLinkError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/** Options and defaults that fit the fieldtype. */
final class OptionRules {
    private static final Set<String> DATA_FORMATS = Set.of("Email", "Name", "Phone", "URL", "Barcode");

    private OptionRules() {}

    /** Rows of a Table MultiSelect are picked by a link, so its DocType has one. */
    static void multiSelect(Document field, Document definition, Context context) {
        String doctype = field.text("options");
        if (!Kinds.type(field).equals("Table MultiSelect") || doctype.isEmpty()) {
            return;
        }
        if (context.meta(doctype).linkFields().isEmpty()) {
            throw new ValidationError("DocType %s of the field %s must have at least one Link field"
                    .formatted(doctype, field.text("fieldname")));
        }
    }

    /** Blank lines and blanks around options say nothing, but for a first blank line: an empty choice. */
    static void tidy(Document field, Document definition, Context context) {
        if (Kinds.type(field).equals("Select") && field.get("options") != null) {
            List<String> lines = new ArrayList<>();
            for (String line : field.text("options").split("\n", -1)) {
                if (lines.isEmpty() || !line.isBlank()) {
                    lines.add(line.strip());
                }
            }
            field.set("options", String.join("\n", lines));
        }
        if (!field.text("fetch_from").isEmpty()) {
            field.set("fetch_from", field.text("fetch_from").strip());
        }
    }

    static void dataFormat(Document field, Document definition, Context context) {
        String old = field.text("oldfieldtype");
        boolean plainData = Kinds.type(field).equals("Data") && (old.isEmpty() || old.equals("Data"));
        String options = field.text("options");
        if (plainData && !field.check("is_virtual") && !options.isEmpty() && !DATA_FORMATS.contains(options)) {
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("title", "Invalid Data Field");
            look.put("alert", 1);
            context.answer()
                    .message(new Answer.Message(
                            "%s: %s is no format of Data; there are Email, Name, Phone, URL and Barcode"
                                    .formatted(Kinds.label(field), options),
                            look));
        }
    }

    /** Links and tables name a DocType that exists, in its own spelling. */
    static void target(Document field, Document definition, Context context) {
        if (!Kinds.type(field).equals("Link") && !Kinds.isTable(field)) {
            return;
        }
        String options = field.text("options");
        String where = "%s: field %s in row %s".formatted(definition.name(), Kinds.label(field), field.text("idx"));
        if (options.isEmpty()) {
            throw new DoctypeLinkError(where + " is a link or table and needs a DocType as options");
        }
        if (options.equals("[Select]") || options.equals(definition.name())) {
            return;
        }
        String name = DefinitionQueries.spelling(context.database(), options)
                .orElseThrow(
                        () -> new WrongOptionsDoctypeLinkError("%s: there is no DocType %s".formatted(where, options)));
        if (!name.equals(options)) {
            throw new DoctypeLinkError("%s: the DocType is spelled %s, not %s".formatted(where, name, options));
        }
    }

    static void dynamicLink(Document field, Document definition, Context context) {
        if (!Kinds.type(field).equals("Dynamic Link")) {
            return;
        }
        boolean points = Kinds.field(definition, field.text("options"))
                .filter(pointer -> Kinds.type(pointer).equals("Select")
                        || Kinds.type(pointer).equals("Link")
                                && pointer.text("options").equals("DocType"))
                .isPresent();
        if (!points) {
            throw new ValidationError("%s: the options of the Dynamic Link %s must name a Link field to DocType"
                    .formatted(definition.name(), Kinds.label(field)));
        }
    }

    static void defaultValue(Document field, Document definition, Context context) {
        String value = field.text("default");
        if (Kinds.type(field).equals("Check")) {
            checkDefaultOfCheck(field, value);
        }
        if (!Kinds.type(field).equals("Select") || value.isEmpty()) {
            return;
        }
        if (field.text("options").isEmpty()) {
            throw new ValidationError("%s has a default but no options".formatted(field.text("fieldname")));
        }
        if (!Arrays.asList(field.text("options").split("\n")).contains(value)) {
            throw new ValidationError(
                    "The default of %s must be one of its options".formatted(field.text("fieldname")));
        }
    }

    private static void checkDefaultOfCheck(Document field, String value) {
        if (value.isEmpty()) {
            field.set("default", "0");
        } else if (field.integer("default") != 0 && field.integer("default") != 1) {
            throw new ValidationError("The default of the Check %s must be 0 or 1".formatted(field.text("fieldname")));
        }
    }

    static void childTable(Document field, Document definition, Context context) {
        String doctype = field.text("options");
        if (!Kinds.isTable(field) || doctype.equals("[Select]")) {
            return;
        }
        boolean own = doctype.equals(definition.name()) && definition.isNew();
        Meta child = own ? null : context.meta(doctype);
        boolean isChild = child == null ? definition.check("istable") : child.isChild();
        if (!isChild) {
            throw new ValidationError(
                            "Option %s for field %s is not a child table".formatted(doctype, field.text("fieldname")))
                    .titled("Invalid Option");
        }
        if (child != null && child.isVirtual() != definition.check("is_virtual")) {
            throw new ValidationError("Child table %s for field %s %s be virtual"
                            .formatted(doctype, field.text("fieldname"), child.isVirtual() ? "cannot" : "should"))
                    .titled("Invalid Option");
        }
    }

    static void rating(Document field, Document definition, Context context) {
        if (!Kinds.type(field).equals("Rating") || field.text("options").isEmpty()) {
            return;
        }
        long stars = field.integer("options");
        if (stars < 3 || stars > 10) {
            throw new ValidationError("Options for a Rating range from 3 to 10");
        }
    }
}
