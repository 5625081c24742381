package org.affogato.doctypes.frappe.desk;

import java.util.List;
import java.util.regex.Pattern;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;

/** A name that no document has yet. Frappe: {@code append_number_if_name_exists}. */
public final class FreeName {
    private FreeName() {}

    /** The wished name, or the same with the next number behind it where it is taken. */
    public static String of(String doctype, String wished, Context context) {
        if (!context.documents().exists(doctype, wished)) {
            return wished;
        }
        Pattern numbered = Pattern.compile(Pattern.quote(wished) + "-(\\d{1,9})", Pattern.CASE_INSENSITIVE);
        int last = names(doctype, wished, context).stream()
                .map(numbered::matcher)
                .filter(name -> name.matches())
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElse(0);
        return wished + "-" + (last + 1);
    }

    private static List<String> names(String doctype, String wished, Context context) {
        List<List<String>> like = List.of(List.of("name", "like", wished.replaceAll("[%_\\\\]", "_") + "-%"));
        return context.documents().list(ListRequest.all(doctype, List.of("name"), like)).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
