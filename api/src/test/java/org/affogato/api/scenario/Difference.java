package org.affogato.api.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first place where two normalised JSON values differ; whole and broken numbers are equal where their values are. */
final class Difference {
    private Difference() {}

    static Optional<String> between(@Nullable Object want, @Nullable Object got, String at) {
        if (want instanceof Number first && got instanceof Number second) {
            return first.doubleValue() == second.doubleValue() ? Optional.empty() : differs(want, got, at);
        }
        if (want instanceof Map<?, ?> first && got instanceof Map<?, ?> second) {
            return betweenMaps(first, second, at);
        }
        if (want instanceof List<?> first && got instanceof List<?> second) {
            return betweenLists(first, second, at);
        }
        return Objects.equals(want, got) ? Optional.empty() : differs(want, got, at);
    }

    private static Optional<String> differs(@Nullable Object want, @Nullable Object got, String at) {
        return Optional.of((at.isEmpty() ? "/" : at) + ": want " + shown(want) + ", got " + shown(got));
    }

    private static Optional<String> betweenMaps(Map<?, ?> want, Map<?, ?> got, String at) {
        for (Map.Entry<?, ?> entry : want.entrySet()) {
            if (!got.containsKey(entry.getKey())) {
                return Optional.of(at + "/" + entry.getKey() + ": missing, want " + shown(entry.getValue()));
            }
        }
        for (Map.Entry<?, ?> entry : got.entrySet()) {
            if (!want.containsKey(entry.getKey())) {
                return Optional.of(at + "/" + entry.getKey() + ": unexpected " + shown(entry.getValue()));
            }
        }
        return want.keySet().stream()
                .flatMap(key -> between(want.get(key), got.get(key), at + "/" + key).stream())
                .findFirst();
    }

    private static Optional<String> betweenLists(List<?> want, List<?> got, String at) {
        if (want.size() != got.size()) {
            return Optional.of(at + ": want " + want.size() + " items, got " + got.size() + ": " + shown(got));
        }
        for (int i = 0; i < want.size(); i++) {
            Optional<String> found = between(want.get(i), got.get(i), at + "/" + i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
