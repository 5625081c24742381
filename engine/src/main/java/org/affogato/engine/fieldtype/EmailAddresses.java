package org.affogato.engine.fieldtype;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in a text, parted by commas or line ends, each plain or as {@code Name <address>}. */
public final class EmailAddresses {
    private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern ADDRESS = Pattern.compile(
            WORD + "(?:\\." + WORD + ")*@(?:" + LABEL + "\\.)+" + LABEL, Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    /** A comma outside double quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]|\"[^\"]*\")*$)");

    private EmailAddresses() {}

    /** Whether every address is one; a text without any is fine too. */
    static boolean areValid(String text) {
        for (String part : COMMA.split(text.replaceAll("[\\t\\n\\r]", " "))) {
            if (!part.isBlank() && !isValid(part.strip())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is one address, with or without a person's name before it. */
    public static boolean isValid(String text) {
        if (text.equals("Administrator") || text.equals("Guest") || text.contains("undisclosed-recipient")) {
            return true;
        }
        if (text.contains(" ") && !text.contains("<")) {
            return false;
        }
        Matcher brackets = BRACKETS.matcher(text);
        return ADDRESS.matcher(brackets.find() ? brackets.group(1).strip() : text).matches();
    }
}
