package org.affogato.engine.lifecycle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.affogato.engine.document.Document;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.StandardFields;
import org.jspecify.annotations.Nullable;

/** Documents and their changes as JSON text, kept in Versions and Deleted Documents. Frappe: {@code as_json}. */
final class DocumentText {
    private static final ObjectWriter COMPACT = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer();
    private static final ObjectWriter INDENTED = COMPACT.with(printer());

    private DocumentText() {}

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indent = new DefaultIndenter(" ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indent)
                .withArrayIndenter(indent);
    }

    /** Keys in order, without any blank. */
    static String compact(Map<String, ?> value) {
        return write(COMPACT, value);
    }

    /** Keys in order, indented by one. */
    static String indented(Document document) {
        return write(INDENTED, asDict(document));
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values can be written", impossible);
        }
    }

    /** All values, nulls too, and the rows. */
    static Map<String, @Nullable Object> asDict(Document document) {
        Map<String, @Nullable Object> out = new TreeMap<>();
        document.meta().columns().forEach(column -> out.put(column, plain(document.get(column))));
        out.put("doctype", document.doctype());
        for (DocField table : document.meta().tableFields()) {
            out.put(table.fieldname(), rows(document.rows(table.fieldname())));
        }
        for (String extra : List.of(StandardFields.OPTIONAL.getFirst(), "_liked_by", "__unsaved")) {
            if (Truth.of(document.get(extra))) {
                out.put(extra, document.get(extra));
            }
        }
        return out;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Document> rows) {
        return rows.stream().map(DocumentText::asDict).toList();
    }

    /** Values that JSON has; moments as text. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long number -> number;
            case Double number -> number;
            case BigDecimal number -> number;
            case Boolean flag -> flag;
            case Map<?, ?> object -> object;
            case List<?> list -> list;
            default -> Texts.of(value);
        };
    }
}
