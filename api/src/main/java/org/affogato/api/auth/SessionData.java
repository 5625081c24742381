package org.affogato.api.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.json.JsonWriter;

/**
 * The text in {@code tabSessions.sessiondata}. Frappe writes a Python dictionary there and reads one; JSON whose values
 * are all texts is one as well, so that is what we write. Read is either, flat values only.
 */
final class SessionData {
    private final String text;
    private int at;

    private SessionData(String text) {
        this.text = text;
    }

    static String write(Map<String, String> values) {
        return JsonWriter.text(values);
    }

    /** The entries with their values as text; those after one that is nested are left out. */
    static Map<String, String> read(String text) {
        return new SessionData(text).entries();
    }

    private Map<String, String> entries() {
        Map<String, String> found = new LinkedHashMap<>();
        skip("{ ");
        while (at < text.length() && isQuote(text.charAt(at))) {
            String key = quoted();
            skip(": ");
            if (at >= text.length() || "{[(".indexOf(text.charAt(at)) >= 0) {
                break;
            }
            found.put(key, isQuote(text.charAt(at)) ? quoted() : bare());
            skip(", ");
        }
        return found;
    }

    private void skip(String letters) {
        while (at < text.length() && letters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isQuote(char letter) {
        return letter == '\'' || letter == '"';
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private String escaped() {
        char letter = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
        int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
        int end = Math.min(text.length(), at + 2 + digits);
        String code = text.substring(Math.min(text.length(), at + 2), end);
        at = end;
        if (digits > 0 && code.matches("[0-9a-fA-F]{" + digits + "}")) {
            return String.valueOf((char) Integer.parseInt(code, 16));
        }
        return switch (letter) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> String.valueOf(letter);
        };
    }

    /** A number, None, True: up to the next comma or the end. */
    private String bare() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        String word = text.substring(start, at).strip();
        return word.equals("None") || word.equals("null") ? "" : word;
    }
}
