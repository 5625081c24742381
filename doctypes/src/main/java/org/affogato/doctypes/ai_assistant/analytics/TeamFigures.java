package org.affogato.doctypes.ai_assistant.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The sums of one organization's day, built up from its members' summaries. */
final class TeamFigures {
    private static final int TOP = 10;

    private final Tally events = new Tally();
    private final Map<String, BigDecimal> scores = new TreeMap<>();
    private final Tally commands = new Tally();
    private long aiRequests;
    private long tokens;
    private BigDecimal cost = BigDecimal.ZERO;

    /** Adds one member, from a row of {@link TeamSummaries}' statement. */
    void add(ResultSet row) throws SQLException {
        String user = row.getString("user");
        events.add(user, row.getLong("event_count"));
        scores.put(user, row.getBigDecimal("productivity_score"));
        commands.addAll(Tally.of(StoredJson.read(row.getString("commands"))));
        aiRequests += row.getLong("ai_requests");
        tokens += row.getLong("tokens_used");
        cost = cost.add(row.getBigDecimal("cost_usd"));
    }

    long activeUsers() {
        return scores.size();
    }

    long commandsUsed() {
        return commands.sum();
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

    BigDecimal averageScore() {
        BigDecimal sum = scores.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }

    /** The ten members with most events. */
    String topUsers() {
        ArrayNode top = JsonNodeFactory.instance.arrayNode();
        events.top(TOP)
                .forEach(entry -> top.addObject()
                        .put("user", entry.getKey())
                        .put("events", entry.getValue())
                        .put("productivity_score", score(entry.getKey())));
        return top.toString();
    }

    private double score(String user) {
        return scores.getOrDefault(user, BigDecimal.ZERO).doubleValue();
    }

    /** The ten commands used most. */
    String topCommands() {
        ArrayNode top = JsonNodeFactory.instance.arrayNode();
        commands.top(TOP)
                .forEach(entry -> top.addObject().put("command", entry.getKey()).put("count", entry.getValue()));
        return top.toString();
    }
}
