package org.affogato.doctypes.frappe.core.doctype.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affogato.engine.error.InvalidEmailAddressError;

/** Mail addresses as people write them: {@code Ann Lee <ann@example.com>, bob@example.com}. */
final class Addresses {
    /** At commas and line ends that are not within quotes. */
    private static final Pattern SEPARATOR = Pattern.compile("[,\n](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final Pattern NAMED = Pattern.compile("(?<name>.*)<(?<address>[^<>]*)>\\s*");
    private static final Pattern VALID = Pattern.compile("[^@\\s<>\",;:]+@[^@\\s<>\",;:]+\\.[^@\\s<>\",;:.]+");

    private Addresses() {}

    /** One address and how its owner is called; an empty name where none is written. */
    record Address(String name, String address) {}

    static List<Address> of(String text) {
        List<Address> found = new ArrayList<>();
        for (String part : SEPARATOR.split(text)) {
            if (!part.isBlank()) {
                found.add(one(part));
            }
        }
        return found;
    }

    static Address one(String text) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return new Address("", text.strip());
        }
        String name = named.group("name").strip().replaceAll("^\"|\"$", "");
        return new Address(name, named.group("address").strip());
    }

    /**
     * @throws InvalidEmailAddressError for the first that is none
     */
    static void check(String text) {
        for (Address address : of(text)) {
            if (!VALID.matcher(address.address()).matches()) {
                throw new InvalidEmailAddressError(address.address() + " is no e-mail address");
            }
        }
    }
}
