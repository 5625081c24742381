package org.affogato.api.method.desk.form;

import java.util.List;
import java.util.regex.Pattern;
import org.affogato.engine.fieldtype.HtmlSanitizer;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The text of a comment as markup: markdown is rendered, markup stays. Frappe: {@code frappe.utils.markdown}. */
final class Remark {
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    /** What an empty text is rendered to. */
    private static final String NOTHING = "<p></p>\n";

    private Remark() {}

    static String html(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        String markup = TAG.matcher(text).find() ? text : RENDERER.render(PARSER.parse(text));
        return HtmlSanitizer.sanitize(markup);
    }
}
