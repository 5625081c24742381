package org.affogato.engine.fieldtype;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in a text, parted by commas or line ends, each plain or as {@code Name <address>}. */
public final class EmailAddresses {
    private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(WORD + "(?:\\." + WORD + ")*@(?:" + LABEL + "\\.)+" + LABEL, Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");

    private EmailAddresses() {}

    /** Whether every address is one; a text without any is fine too. */
    static boolean areValid(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .allMatch(EmailAddresses::isValid);
    }

    /** Whether the text is one address, with or without a person's name before it; what follows an address is let be. */
    public static boolean isValid(String text) {
        if (text.equals("Administrator") || text.equals("Guest") || text.contains("undisclosed-recipient")) {
            return true;
        }
        if (text.contains(" ") && !text.contains("<")) {
            return false;
        }
        Matcher brackets = BRACKETS.matcher(text);
        return ADDRESS.matcher(brackets.find() ? brackets.group(1).strip() : text)
                .lookingAt();
    }
}
