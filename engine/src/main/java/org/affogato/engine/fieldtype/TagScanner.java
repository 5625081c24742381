package org.affogato.engine.fieldtype;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tags of a text and turns those that are not allowed into plain text, each to the letter. The angle brackets
 * of such text, and every ampersand, become noncharacters, so that a parser leaves them alone; {@link MarkupWriter}
 * writes them as entities.
 */
final class TagScanner {
    static final char LESS = '\uFDD0';
    static final char GREATER = '\uFDD1';
    static final char AMPERSAND = '\uFDD2';
    /** After as many tags without an end, what looks like one is text: keeps the time spent on a text linear. */
    private static final int MAX_UNCLOSED = 200;
    /** What an unclosed tag must not carry: a page around it may close it. */
    private static final Pattern HARM = Pattern.compile(
            "</?(?:script|iframe|frame|object|embed|applet|base)\\b|[\\s/\"']on[a-z]+\\s*=|script:",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END_OF_COMMENT = Pattern.compile("--!?>");
    private static final Pattern END_OF_DECLARATION = Pattern.compile(">");

    private final String source;
    private final Predicate<String> allowed;
    private final StringBuilder result;
    private int tags;
    private int unclosed;
    private int at;

    TagScanner(String source, Predicate<String> allowed) {
        this.source = source;
        this.allowed = allowed;
        this.result = new StringBuilder(source.length() + 16);
    }

    /** Whether a text holds any opening tag; one without an end counts only if it could do harm. */
    static boolean hasTag(String text) {
        TagScanner scanner = new TagScanner(text, name -> true);
        scanner.disarm();
        return scanner.tags > 0;
    }

    String disarm() {
        while (at < source.length()) {
            if (source.charAt(at) == '<') {
                bracket();
            } else {
                append(source.charAt(at++));
            }
        }
        return result.toString();
    }

    private void bracket() {
        if (source.startsWith("<!", at) || source.startsWith("<?", at)) {
            comment();
            return;
        }
        int name = source.startsWith("</", at) ? at + 2 : at + 1;
        boolean named = unclosed < MAX_UNCLOSED && name < source.length() && isLetter(source.charAt(name));
        int end = named ? endOfTag(name) : -1;
        if (end < 0) {
            unclosed += named ? 1 : 0;
            tags += named && unclosed == 1 && HARM.matcher(source).find(at) ? 1 : 0;
            result.append(LESS);
            at++;
            return;
        }
        tags += name == at + 1 ? 1 : 0;
        copy(end, allowed.test(nameAt(name)));
    }

    private void comment() {
        boolean proper = source.startsWith("<!--", at);
        if (source.startsWith("<!-->", at) || source.startsWith("<!--->", at)) {
            copy(source.indexOf('>', at) + 1, true);
            return;
        }
        Matcher end = (proper ? END_OF_COMMENT : END_OF_DECLARATION).matcher(source);
        boolean found = end.find(Math.min(at + (proper ? 4 : 2), source.length()));
        copy(found ? end.end() : source.length(), true);
    }

    private void copy(int end, boolean asMarkup) {
        for (; at < end; at++) {
            char letter = source.charAt(at);
            if (asMarkup && (letter == '<' || letter == '>')) {
                result.append(letter);
            } else {
                append(letter);
            }
        }
    }

    private void append(char letter) {
        result.append(
                switch (letter) {
                    case '&' -> AMPERSAND;
                    case '<' -> LESS;
                    case '>' -> GREATER;
                    case LESS, GREATER, AMPERSAND -> '\uFFFD';
                    default -> letter;
                });
    }

    private String nameAt(int start) {
        int end = start;
        while (end < source.length() && " \t\n\r\f/>".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        return source.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** The place behind the tag's closing bracket; brackets in quoted values do not count. -1 for none. */
    private int endOfTag(int start) {
        boolean afterEquals = false;
        for (int i = start; i < source.length(); i++) {
            char letter = source.charAt(i);
            if (letter == '>') {
                return i + 1;
            }
            if (afterEquals && (letter == '"' || letter == '\'')) {
                i = source.indexOf(letter, i + 1);
                if (i < 0) {
                    return -1;
                }
            }
            afterEquals = letter == '=' || afterEquals && Character.isWhitespace(letter);
        }
        return -1;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }
}
