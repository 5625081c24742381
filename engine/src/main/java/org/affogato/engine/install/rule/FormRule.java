package org.affogato.engine.install.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.InvalidFieldNameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Context;

/** Fields that the DocType itself names are there and of a type that serves, and a fold stands where it can fold. */
final class FormRule implements DefinitionRule {
    private static final Pattern IN_BRACES = Pattern.compile("\\{(.*?)}");

    @Override
    public void apply(Document definition, Context context) {
        fold(definition.rows("fields"));
        searchFields(definition);
        titleField(definition);
        timelineField(definition);
        mustExist(definition, "is_published_field", "Is Published Field");
        websiteSearchField(definition);
        sortField(definition);
        imageField(definition);
    }

    private static void fold(List<Document> fields) {
        boolean found = false;
        for (int i = 0; i < fields.size(); i++) {
            if (!Kinds.type(fields.get(i)).equals("Fold")) {
                continue;
            }
            if (found) {
                throw new ValidationError("A form takes a single Fold");
            }
            found = true;
            if (i == fields.size() - 1) {
                throw new ValidationError("A Fold cannot be at the end of the form");
            }
            if (!Kinds.type(fields.get(i + 1)).equals("Section Break")) {
                throw new ValidationError("A Fold must come before a Section Break");
            }
        }
    }

    private static void searchFields(Document definition) {
        if (definition.text("search_fields").isEmpty()) {
            return;
        }
        for (String part : definition.text("search_fields").split(",", -1)) {
            boolean valid = Kinds.field(definition, part.strip())
                    .filter(field -> !Kinds.hasNoValue(Kinds.type(field)))
                    .isPresent();
            if (!valid) {
                throw new ValidationError("Search field %s is not valid".formatted(part.strip()));
            }
        }
    }

    private static void titleField(Document definition) {
        if (definition.text("title_field").isEmpty()) {
            return;
        }
        Document field = Kinds.field(definition, definition.text("title_field"))
                .orElseThrow(() -> new InvalidFieldNameError("The title field is not one of the fields"));
        pattern(definition, field.text("options"));
        pattern(definition, field.text("default"));
    }

    /** A title may be put together from other fields; doubled braces stand for themselves. */
    private static void pattern(Document definition, String pattern) {
        Matcher matcher = IN_BRACES.matcher(pattern);
        while (matcher.find()) {
            String fieldname = matcher.group(1);
            if (!fieldname.startsWith("{") && Kinds.field(definition, fieldname).isEmpty()) {
                throw new InvalidFieldNameError("{%s} in the title names no field".formatted(fieldname));
            }
        }
    }

    private static void timelineField(Document definition) {
        if (definition.text("timeline_field").isEmpty()) {
            return;
        }
        Document field = Kinds.field(definition, definition.text("timeline_field"))
                .orElseThrow(() -> new InvalidFieldNameError("The timeline field is not one of the fields"));
        if (!Kinds.type(field).equals("Link") && !Kinds.type(field).equals("Dynamic Link")) {
            throw new InvalidFieldNameError("The timeline field has to be of type Link or Dynamic Link");
        }
    }

    private static void mustExist(Document definition, String property, String label) {
        String fieldname = definition.text(property);
        if (!fieldname.isEmpty() && Kinds.field(definition, fieldname).isEmpty()) {
            throw new InvalidFieldNameError(label + " must be a valid fieldname");
        }
    }

    private static void websiteSearchField(Document definition) {
        mustExist(definition, "website_search_field", "Website Search Field");
        if (!definition.text("website_search_field").isEmpty()
                && Kinds.field(definition, "title").isEmpty()) {
            throw new ValidationError("A field \"title\" is needed where Website Search Field is set")
                    .titled("Missing Field");
        }
    }

    private static void sortField(Document definition) {
        String sort = definition.text("sort_field");
        if (sort.isEmpty()) {
            return;
        }
        List<String> known = Kinds.fieldnames(definition);
        known.addAll(StandardFields.DEFAULT);
        known.addAll(StandardFields.CHILD);
        known.add("doctype");
        for (String fieldname : sortFields(sort)) {
            if (!known.contains(fieldname)) {
                throw new InvalidFieldNameError("Sort field %s must be a valid fieldname".formatted(fieldname));
            }
        }
    }

    /** One field as it stands, or several with a direction each. */
    private static List<String> sortFields(String sort) {
        if (!sort.contains(",")) {
            return List.of(sort);
        }
        List<String> names = new ArrayList<>();
        for (String part : sort.split(",")) {
            names.add(part.strip().split("\\s+", 2)[0]);
        }
        return names;
    }

    private static void imageField(Document definition) {
        if (definition.text("image_field").isEmpty()) {
            return;
        }
        Document field = Kinds.field(definition, definition.text("image_field"))
                .orElseThrow(() -> new InvalidFieldNameError("The image field is not one of the fields"));
        if (!Kinds.type(field).equals("Attach Image")) {
            throw new InvalidFieldNameError("The image field has to be of type Attach Image");
        }
    }
}
