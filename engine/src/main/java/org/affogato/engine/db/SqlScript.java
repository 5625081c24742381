package org.affogato.engine.db;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of an SQL script one by one, as {@code mariadb-dump} writes them: semicolons in texts, names and
 * comments end nothing; plain comments are left out, conditional ones ({@code /*!}) are kept.
 */
final class SqlScript {
    private final Reader reader;
    private StringBuilder statement = new StringBuilder();
    private int ahead = -2;

    SqlScript(Reader reader) {
        this.reader = reader;
    }

    /** The next statement without its semicolon; null at the end. */
    @Nullable
    String next() throws IOException {
        statement = new StringBuilder();
        for (int letter = read(); letter >= 0; letter = read()) {
            if (letter == ';' && !isBlank()) {
                return statement.toString().strip();
            }
            if (letter != ';') {
                take((char) letter);
            }
        }
        return isBlank() ? null : statement.toString().strip();
    }

    private boolean isBlank() {
        return statement.isEmpty() || statement.chars().allMatch(Character::isWhitespace);
    }

    private void take(char letter) throws IOException {
        if (letter == '\'' || letter == '"' || letter == '`') {
            takeQuoted(letter);
        } else if (letter == '-' && peek() == '-' || letter == '#') {
            skipLine();
        } else if (letter == '/' && peek() == '*') {
            takeComment();
        } else {
            statement.append(letter);
        }
    }

    private void takeQuoted(char quote) throws IOException {
        statement.append(quote);
        for (int letter = read(); letter >= 0; letter = read()) {
            statement.append((char) letter);
            if (letter == '\\' && quote != '`') {
                statement.append((char) read());
            } else if (letter == quote) {
                return; // a doubled quote opens the next text at once
            }
        }
    }

    private void skipLine() throws IOException {
        int letter = read();
        while (letter >= 0 && letter != '\n') {
            letter = read();
        }
        statement.append('\n');
    }

    private void takeComment() throws IOException {
        StringBuilder comment = new StringBuilder("/");
        for (int letter = read(); letter >= 0; letter = read()) {
            comment.append((char) letter);
            if (letter == '/' && comment.length() > 3 && comment.charAt(comment.length() - 2) == '*') {
                break;
            }
        }
        boolean conditional = comment.indexOf("/*!") == 0 || comment.indexOf("/*M!") == 0 && !isSandboxMark(comment);
        statement.append(conditional ? comment : " ");
    }

    /** The client program's own mark at the head of newer dumps: nothing for the server. */
    private static boolean isSandboxMark(StringBuilder comment) {
        return comment.indexOf("/*M!999999") == 0;
    }

    private int peek() throws IOException {
        if (ahead == -2) {
            ahead = reader.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int letter = peek();
        ahead = -2;
        return letter;
    }
}
