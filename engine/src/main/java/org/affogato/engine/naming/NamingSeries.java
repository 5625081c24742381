package org.affogato.engine.naming;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Database;
import org.jspecify.annotations.Nullable;

/**
 * A series such as {@code INV-.YYYY.-.####} looked at without giving a number: its counter, and the names to come.
 *
 * @param pattern as written, with five digits where it names none
 */
record NamingSeries(String pattern) {
    private static final int PREVIEWED = 3;

    static NamingSeries of(String pattern) {
        return new NamingSeries(pattern.contains("#") ? pattern : pattern + ".#####");
    }

    private List<String> parts() {
        return List.of(pattern.split("\\."));
    }

    /**
     * The name of its counter: the text before the digits.
     *
     * @throws ValidationError where it has none
     */
    String prefix(LocalDateTime now) {
        List<String> prefixes = new ArrayList<>();
        new NamingPattern(null, now, (prefix, digits) -> {
                    prefixes.add(prefix);
                    return "";
                })
                .parts(parts());
        if (prefixes.isEmpty()) {
            throw new ValidationError("Invalid Naming Series: " + pattern);
        }
        return prefixes.getFirst();
    }

    /** Names as they would begin. */
    List<String> preview(@Nullable Document document, LocalDateTime now) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= PREVIEWED; number++) {
            long next = number;
            names.add(new NamingPattern(document, now, (prefix, digits) -> Series.padded(next, digits)).parts(parts()));
        }
        return names;
    }

    static long current(String prefix, Database database) {
        return database
                .query("SELECT `current` FROM `tabSeries` WHERE `name` = ?", List.of(prefix), row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    static void set(String prefix, long number, Database database) {
        database.execute(
                "INSERT INTO `tabSeries` (`name`, `current`) VALUES (?, ?) ON DUPLICATE KEY UPDATE `current` = ?",
                prefix,
                number,
                number);
    }
}
