package org.affogato.engine.lifecycle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.jspecify.annotations.Nullable;

/** A title field named {@code title} may be filled by a pattern of other fields. Frappe: {@code set_title_field}. */
final class TitleField {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    void fill(Document document) {
        DocField field = document.meta().field("title");
        if (field == null || !"title".equals(document.meta().attributes().text("title_field"))) {
            return;
        }
        if (field.options() != null) {
            document.set("title", filled(field.options(), document));
        } else if (document.isNew() && !Truth.of(document.get("title")) && field.defaultValue() != null) {
            document.set("title", filled(field.defaultValue(), document));
        }
    }

    private static String filled(String pattern, Document document) {
        return PART.matcher(pattern)
                .replaceAll(part -> Matcher.quoteReplacement(Texts.of(value(document, part.group(1)))));
    }

    /** A number left out is 0 in a title too. */
    private static @Nullable Object value(Document document, String fieldname) {
        DocField field = document.meta().field(fieldname);
        Object value = document.get(fieldname);
        return field == null ? value : field.type().stored(field, value);
    }
}
