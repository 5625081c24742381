package org.affogato.engine.fieldtype;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in a text, parted by commas or line ends, each plain or as {@code Name <address>}. */
public final class EmailAddresses {
    private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile(WORD + "(?:\\." + WORD + ")*@(?:" + LABEL + "\\.)+" + LABEL, Pattern.CASE_INSENSITIVE);
    private static final Pattern ANYWHERE = Pattern.compile("[\\w.+-]+@[a-zA-Z0-9-]+\\.[a-zA-Z0-9.-]+");
    private static final Pattern SEPARATOR = Pattern.compile(",(?=(?:[^\"]|\"[^\"]*\")*$)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final int SHORTEST_DOMAIN = 4;

    private EmailAddresses() {}

    /** Whether every address is one; a text without any is fine too. */
    static boolean areValid(String text) {
        return SEPARATOR
                .splitAsStream(text.replaceAll("\\s+", " "))
                .map(Texts::stripped)
                .filter(part -> !part.isEmpty())
                .allMatch(part ->
                        Arrays.stream(part.split(",")).map(Texts::stripped).allMatch(EmailAddresses::isValid));
    }

    /** Whether the text is one address, with or without a person's name before it; what follows an address is let be. */
    public static boolean isValid(String text) {
        if (text.equals("Administrator") || text.equals("Guest") || text.contains("undisclosed-recipient")) {
            return true;
        }
        if (text.contains(" ") && !text.contains("<")) {
            return false;
        }
        return ADDRESS.matcher(address(text)).lookingAt();
    }

    /** What stands in brackets, else the whole, unless the first thing in the text that looks like an address does so more. */
    private static String address(String text) {
        Matcher brackets = BRACKETS.matcher(QUOTED.matcher(text).replaceAll(""));
        String address = brackets.find() ? Texts.stripped(brackets.group(1)) : text;
        if (hasForm(address)) {
            return address;
        }
        return ANYWHERE.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .filter(EmailAddresses::hasForm)
                .orElse(address);
    }

    private static boolean hasForm(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && address.lastIndexOf('.') > at && address.length() - at > SHORTEST_DOMAIN;
    }
}
