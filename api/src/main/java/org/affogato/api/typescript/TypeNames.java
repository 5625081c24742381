package org.affogato.api.typescript;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/** The interface's name for each DocType: its words in capitals, a number behind where two would be the same. */
final class TypeNames {
    private final Map<String, String> byDoctype = new LinkedHashMap<>();

    TypeNames(List<Meta> metas) {
        Set<String> taken = new HashSet<>();
        for (Meta meta : metas) {
            String base = base(meta.name());
            String name = base;
            for (int number = 2; !taken.add(name); number++) {
                name = base + number;
            }
            byDoctype.put(meta.name(), name);
        }
    }

    private static String base(String doctype) {
        String words = Stream.of(doctype.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "Doc" + words : words;
    }

    /** Null for a DocType that the client does not know. */
    @Nullable
    String of(@Nullable String doctype) {
        return doctype == null ? null : byDoctype.get(doctype);
    }
}
