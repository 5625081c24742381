package org.affogato.api.permission;

import java.util.List;
import java.util.stream.Stream;

/** Calls that change, submit, cancel, delete, rename or make a document. */
final class Writes {
    private Writes() {}

    static List<Call> all() {
        return Stream.of(Updates.all(), Escapes.all(), Turns.all(), Creations.all(), Rows.all())
                .flatMap(List::stream)
                .map(Call::writes)
                .toList();
    }
}
