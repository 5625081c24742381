package org.affogato.doctypes.ai_assistant.analytics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The sums of one user's day, built up from its events in time order and its AI usage. */
final class DayFigures {
    private final ActiveTime activeTime = new ActiveTime();
    private final Tally commands = new Tally();
    private final CodeFigures code = new CodeFigures();
    private final Map<String, CodeFigures> codeByWorkspace = new TreeMap<>();
    private long events;
    private long aiRequests;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;

    void add(EventRow event) {
        events++;
        activeTime.add(event.time());
        if (event.isCommand()) {
            commands.add(event.name(), 1);
        }
        if (event.isAiRequest()) {
            aiRequests++;
        }
        if (event.isFileEdit() || event.isCommit()) {
            code.add(event);
            codeByWorkspace
                    .computeIfAbsent(event.workspace(), key -> new CodeFigures())
                    .add(event);
        }
    }

    void addUsage(long usedTokens, BigDecimal usedCost) {
        tokens += usedTokens;
        cost = cost.add(usedCost);
    }

    long events() {
        return events;
    }

    long activeMinutes() {
        return activeTime.minutes();
    }

    long commandsUsed() {
        return commands.sum();
    }

    Tally commands() {
        return commands;
    }

    long aiRequests() {
        return aiRequests;
    }

    long tokens() {
        return tokens;
    }

    BigDecimal cost() {
        return cost;
    }

    long filesEdited() {
        return code.filesEdited();
    }

    long linesChanged() {
        return code.linesAdded() + code.linesDeleted();
    }

    Tally languages() {
        return code.languages();
    }

    /** Work on code by workspace; the key is empty for events that name none. */
    Map<String, CodeFigures> codeByWorkspace() {
        return codeByWorkspace;
    }
}
