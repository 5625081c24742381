package org.affogato.api.method.desk.export;

import org.jsoup.Jsoup;

/** Text of a cell: what a reader sees of markup. Frappe: {@code handle_html}. */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        boolean markup = text.indexOf('<') >= 0 && text.indexOf('>') >= 0;
        return markup ? Jsoup.parse(text).text() : text;
    }
}
