package org.affogato.engine.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.db.SqlFailure;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.DuplicateEntryError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.EngineException.Notice;
import org.affogato.engine.error.UniqueValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/** Says which name or unique field a refused write was about. */
final class DuplicateKeys {
    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?([^']*)'");

    /** The error the caller gets; the failure itself where it is about something else. */
    EngineException explain(SqlFailure failure, Document document, Context context) {
        if (failure.code() != SqlFailure.DUPLICATE_KEY) {
            return failure;
        }
        Matcher key = KEY.matcher(String.valueOf(failure.getMessage()));
        String name = key.find() ? key.group(1) : "";
        return name.equals("PRIMARY") ? taken(document, context) : notUnique(document, name, context);
    }

    private static EngineException taken(Document document, Context context) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", "Duplicate Name");
        attributes.put("indicator", "red");
        context.answer()
                .message(new Answer.Message(
                        "%s <strong>%s</strong> already exists".formatted(document.doctype(), document.name()),
                        attributes));
        return new DuplicateEntryError("%s %s already exists".formatted(document.doctype(), document.name()))
                .shown(Notice.NONE);
    }

    private static EngineException notUnique(Document document, String key, Context context) {
        String column = column(document, key, context);
        DocField field = document.meta().field(column);
        String label = field == null || field.label().isEmpty() ? column : field.label();
        return new UniqueValidationError(label + " must be unique").shown(Notice.PLAIN);
    }

    private static String column(Document document, String key, Context context) {
        if (document.meta().has(key)) {
            return key;
        }
        List<Map<String, Object>> columns = context.database()
                .query("SHOW INDEX FROM " + SqlText.quote(document.meta().table()) + " WHERE `Key_name` = ?", key);
        return columns.isEmpty() ? key : String.valueOf(columns.getFirst().get("Column_name"));
    }
}
