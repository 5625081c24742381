package org.affogato.doctypes.ai_assistant.analytics;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What was done to code: files, lines, languages, commits. */
final class CodeFigures {
    private final Set<String> files = new HashSet<>();
    private final Tally languages = new Tally();
    private final Tally fileTypes = new Tally();
    private long linesAdded;
    private long linesDeleted;
    private long commits;

    void add(EventRow event) {
        if (event.isCommit()) {
            commits++;
        }
        if (event.isFileEdit()) {
            addEdit(event);
        }
    }

    private void addEdit(EventRow event) {
        linesAdded += event.linesAdded();
        linesDeleted += event.linesDeleted();
        if (!event.language().isEmpty()) {
            languages.add(event.language(), event.linesAdded() + event.linesDeleted());
        }
        if (!event.file().isEmpty() && files.add(event.file())) {
            fileTypes.add(ending(event.file()), 1);
        }
    }

    private static String ending(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 || dot == name.length() - 1
                ? "none"
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    long filesEdited() {
        return files.size();
    }

    long linesAdded() {
        return linesAdded;
    }

    long linesDeleted() {
        return linesDeleted;
    }

    long commits() {
        return commits;
    }

    /** Lines changed by language. */
    Tally languages() {
        return languages;
    }

    /** Files edited by their ending. */
    Tally fileTypes() {
        return fileTypes;
    }
}
