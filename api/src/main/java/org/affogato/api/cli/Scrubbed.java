package org.affogato.api.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as folders spell them: {@code Sales Order} is {@code sales_order}. */
final class Scrubbed {
    private Scrubbed() {}

    static String of(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The way back, as well as it goes. */
    static String title(String scrubbed) {
        return Arrays.stream(scrubbed.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
