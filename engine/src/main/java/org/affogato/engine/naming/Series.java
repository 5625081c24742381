package org.affogato.engine.naming;

import java.util.List;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Database;

/**
 * The counters in {@code tabSeries}, one a prefix. The counter's row stays locked until the transaction ends, so a
 * number is given once and numbers of failed inserts are given again.
 */
public final class Series {
    private Series() {}

    /** The next number of a prefix, with leading zeros. */
    static String next(String prefix, int digits, Database database) {
        database.begin();
        long number = database.query(
                        "INSERT INTO `tabSeries` (`name`, `current`) VALUES (?, 1)"
                                + " ON DUPLICATE KEY UPDATE `current` = `current` + 1 RETURNING `current`",
                        List.of(prefix),
                        row -> row.getLong(1))
                .getFirst();
        return padded(number, digits);
    }

    static String padded(long number, int digits) {
        return ("%0" + Math.max(digits, 1) + "d").formatted(number);
    }

    /** Gives the number of a deleted document free again if it was the last of its series. */
    public static void revert(Document document, Context context) {
        String rule = document.meta().autoname();
        if (rule.startsWith("naming_series:")) {
            if (!document.text("naming_series").isEmpty()) {
                revert(document.text("naming_series"), document, context);
            }
        } else if (!rule.isEmpty()
                && !List.of("Prompt", "field", "hash", "autoincrement").contains(kind(rule))) {
            revert(rule, document, context);
        }
    }

    private static String kind(String rule) {
        int colon = rule.indexOf(':');
        return colon < 0 ? rule : rule.substring(0, colon);
    }

    private static void revert(String pattern, Document document, Context context) {
        Counted counted = Counted.of(pattern, document, context);
        if (counted.number() > 0) {
            context.database()
                    .execute(
                            "UPDATE `tabSeries` SET `current` = `current` - 1 WHERE `name` = ? AND `current` = ?",
                            counted.prefix(),
                            counted.number());
        }
    }
}
