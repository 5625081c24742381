package org.affogato.engine.lifecycle;

import java.util.List;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.jsoup.parser.Parser;

/** Fields that take their value through a link: {@code fetch_from} is {@code link.source}. */
final class FetchedFields {
    private FetchedFields() {}

    static List<DocField> of(Meta meta, String linkField) {
        String prefix = linkField + ".";
        return meta.fields().stream()
                .filter(field -> field.fetchFrom() != null && field.fetchFrom().startsWith(prefix))
                .filter(field -> field.type().hasValue() && !field.type().isTable())
                .toList();
    }

    static String source(DocField field) {
        String from = field.fetchFrom() == null ? "" : field.fetchFrom();
        return from.substring(from.lastIndexOf('.') + 1);
    }

    static String plain(String markup) {
        return Parser.unescapeEntities(Texts.withoutTags(markup), false);
    }
}
