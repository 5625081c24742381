package org.affogato.api.permission;

import java.util.List;
import java.util.Set;

/**
 * Somebody who calls.
 *
 * @param roles those that count, the automatic ones included
 */
record Person(String name, Set<String> roles, List<Permit> permits) {
    static final Person GUEST = new Person("Guest", Set.of("Guest"), List.of());
    static final Person ADMINISTRATOR = new Person("Administrator", Set.of(), List.of());

    boolean isGuest() {
        return name.equals("Guest");
    }

    boolean isAdministrator() {
        return name.equals("Administrator");
    }

    Person restrictedTo(List<Permit> others) {
        return new Person(name, roles, others);
    }
}
