package org.affogato.engine.db;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.DataError;
import org.affogato.engine.meta.Meta;

/**
 * Resolves <code>{DocType}</code> and <code>{DocType.field}</code> in an app's SQL to the quoted table or column, and
 * refuses what the metadata does not know.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}.]+)(?:\\.(\\w+))?}");

    private final Function<String, Meta> metas;

    Placeholders(Function<String, Meta> metas) {
        this.metas = metas;
    }

    String resolve(String sql) {
        if (sql.indexOf('{') < 0) {
            return sql;
        }
        return PLACEHOLDER
                .matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(identifier(match.group(1), match.group(2))));
    }

    private String identifier(String doctype, String fieldname) {
        Meta meta = metas.apply(doctype);
        if (fieldname == null) {
            return SqlText.quote(meta.table());
        }
        if (!meta.isColumn(fieldname)) {
            throw new DataError("%s has no column %s".formatted(doctype, fieldname));
        }
        return SqlText.quote(fieldname);
    }
}
