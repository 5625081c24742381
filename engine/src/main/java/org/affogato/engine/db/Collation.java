package org.affogato.engine.db;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Compares texts as the database does in every column of a DocType: utf8mb4_unicode_ci. Letter case, accents and
 * trailing blanks do not count, {@code ß} is {@code ss}, and characters beyond the basic plane are all alike. Names and
 * links compare by it, so that a check in Java and a condition in SQL never disagree.
 */
public final class Collation {
    /** The database's order. */
    public static final Comparator<String> ORDER = Collation::compare;

    private static final char SPACE = 0x0209;

    private Collation() {}

    /** Whether the database takes two texts for the same; null is the same as nothing but null. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.equals(other) || compare(one, other) == 0;
    }

    /** Order of two texts; the shorter is thought of as filled up with blanks. */
    public static int compare(String one, String other) {
        WeightReader left = new WeightReader(one);
        WeightReader right = new WeightReader(other);
        while (true) {
            int a = left.next();
            int b = right.next();
            if (a < 0 && b < 0) {
                return 0;
            }
            int order = Integer.compare(a < 0 ? SPACE : a, b < 0 ? SPACE : b);
            if (order != 0) {
                return order;
            }
        }
    }

    /**
     * A text that is equal for all texts that are the same to the database, for maps and sets. It is made of weights: not
     * for people, and its order is not the database's.
     */
    public static String key(String text) {
        StringBuilder weights = new StringBuilder(text.length());
        WeightReader source = new WeightReader(text);
        for (int weight = source.next(); weight >= 0; weight = source.next()) {
            weights.append((char) weight);
        }
        int end = weights.length();
        while (end > 0 && weights.charAt(end - 1) == SPACE) {
            end--;
        }
        weights.setLength(end);
        return weights.toString();
    }
}
