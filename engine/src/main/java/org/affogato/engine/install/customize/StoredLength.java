package org.affogato.engine.install.customize;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.FieldTypes;
import org.affogato.engine.meta.Attributes;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Context;

/** Whether the texts that are stored still fit when a field gets another type or length. */
final class StoredLength {
    private static final Pattern BOUNDED = Pattern.compile("varchar\\((\\d+)\\)");
    private static final int NAMED_AT_MOST = 10;

    private final String doctype;
    private final DocField field;
    private final Context context;

    StoredLength(String doctype, DocField field, Context context) {
        this.doctype = doctype;
        this.field = field;
        this.context = context;
    }

    /**
     * @throws ValidationError naming the documents whose text is too long
     */
    void check(Document row) {
        long limit = limit(row);
        if (limit == 0 || !field.hasColumn() || context.meta(doctype).isVirtual()) {
            return;
        }
        String sql = "SELECT name FROM {%1$s} WHERE CHAR_LENGTH({%1$s.%2$s}) > ? LIMIT %3$d"
                .formatted(doctype, field.fieldname(), NAMED_AT_MOST);
        List<String> tooLong = context.database().query(sql, List.of(limit), found -> found.getString(1));
        if (!tooLong.isEmpty()) {
            String names = tooLong.stream().collect(joining(", "));
            throw new ValidationError(
                            "%s is longer than %d characters in %s".formatted(row.text("label"), limit, names))
                    .titled("Data Too Long");
        }
    }

    /** Characters that the new column holds; 0 for any number. */
    private static long limit(Document row) {
        DocField wanted = new DocField(
                Attributes.copyOf(row.values()), FieldTypes.standard().get(row.text("fieldtype")));
        String type = wanted.type().column(wanted).map(Column::type).orElse("");
        Matcher bounded = BOUNDED.matcher(type);
        return bounded.matches() ? Long.parseLong(bounded.group(1)) : 0;
    }
}
