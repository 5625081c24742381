package org.affogato.api.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.api.json.Json;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** Replaces what no two servers share: times, random names, names made in the run, the wording of messages. */
final class Normaliser {
    private static final Pattern DATETIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{10}|(?=[a-z0-9]*\\d)(?=[a-z0-9]*[a-z])[a-z0-9]{10}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{6,64}\\b");
    private static final Set<String> WORDING = Set.of("exc", "_exc_source", "_debug_messages", "_error_message");

    private final Map<String, @Nullable Object> variables;
    private final Set<String> literals;

    /**
     * @param literals texts that the scenario itself sends, which are compared as they are
     */
    Normaliser(Map<String, @Nullable Object> variables, Set<String> literals) {
        this.variables = variables;
        this.literals = literals;
    }

    @Nullable
    Object normalise(@Nullable Object value, @Nullable String key) {
        if ("exception".equals(key) && value instanceof String text) {
            return text.split(":", 2)[0];
        }
        if ("_server_messages".equals(key) && value instanceof String text) {
            return flags(text);
        }
        return switch (value) {
            case Map<?, ?> map -> ofMap(map);
            case List<?> list -> ofList(list, key);
            case String text -> ofText(text, key);
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> ofMap(Map<?, ?> map) {
        Map<String, @Nullable Object> normal = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!WORDING.contains(String.valueOf(name))) {
                normal.put(plain(String.valueOf(name)), normalise(value, String.valueOf(name)));
            }
        });
        return normal;
    }

    private List<@Nullable Object> ofList(List<?> list, @Nullable String key) {
        List<@Nullable Object> normal = new ArrayList<>();
        list.forEach(item -> normal.add(normalise(item, key)));
        return normal;
    }

    private Object ofText(String text, @Nullable String key) {
        if (text.matches("(?s)[\\[{].*[\\]}]|\\[|\\{|\\]|\\}") && isJson(text)) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("<json>", normalise(Json.read(text), null));
            return json;
        }
        if (DATETIME.matcher(text).matches() && !literals.contains(text)) {
            return "<datetime>";
        }
        if (DATE.matcher(text).matches() && ("date".equals(key) || "today".equals(key))) {
            return "<date>";
        }
        return plain(HASH.matcher(text).matches() ? "<hash>" : text);
    }

    private static boolean isJson(String text) {
        try {
            Json.read(text);
            return true;
        } catch (ValidationError noJson) {
            return false;
        }
    }

    /** Of each message only its flags. */
    private static List<@Nullable Object> flags(String messages) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object message : Json.list(messages)) {
            Map<String, @Nullable Object> given = Json.object(message);
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            for (String name : List.of("indicator", "raise_exception")) {
                if (given.containsKey(name)) {
                    kept.put(name, given.get(name));
                }
            }
            all.add(kept);
        }
        return all;
    }

    private String plain(String text) {
        String plain = text;
        List<Map.Entry<String, @Nullable Object>> longestFirst = variables.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> -String.valueOf(entry.getValue()).length()))
                .toList();
        for (Map.Entry<String, @Nullable Object> variable : longestFirst) {
            if (variable.getValue() instanceof String value && value.length() > 4) {
                plain = plain.replace(value, "<" + variable.getKey() + ">");
            }
        }
        return HEX.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(hex(found.group())));
    }

    private static String hex(String text) {
        boolean mixed = text.matches(".*\\d.*") && text.matches(".*[a-f].*");
        return mixed ? "<hex>" : text;
    }
}
