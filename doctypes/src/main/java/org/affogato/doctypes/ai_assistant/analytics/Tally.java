package org.affogato.doctypes.ai_assistant.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by name, such as lines by language; the largest comes first, ties go by name. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    static Tally of(@Nullable JsonNode stored) {
        Tally tally = new Tally();
        if (stored != null && stored.isObject()) {
            stored.properties()
                    .forEach(entry -> tally.add(entry.getKey(), entry.getValue().asLong()));
        }
        return tally;
    }

    void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long sum() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The name with the highest count; null for none. */
    @Nullable
    String most() {
        return top(1).stream().findFirst().map(Map.Entry::getKey).orElse(null);
    }

    List<Map.Entry<String, Long>> top(int limit) {
        Comparator<Map.Entry<String, Long>> largestFirst =
                Map.Entry.<String, Long>comparingByValue().reversed();
        return counts.entrySet().stream()
                .sorted(largestFirst.thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
    }

    Map<String, Long> byCount() {
        Map<String, Long> ordered = new LinkedHashMap<>();
        top(Integer.MAX_VALUE).forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        byCount().forEach(node::put);
        return node;
    }
}
