package org.affogato.api.auth;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What counts as one caller where calls are counted: an IPv4 address, or the network that an IPv6 caller owns. */
final class CallerNetwork {
    private static final int NETWORK_GROUPS = 4;

    private CallerNetwork() {}

    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String full = address.contains("::") ? expanded(address) : address;
        return Arrays.stream(full.split(":")).limit(NETWORK_GROUPS).collect(Collectors.joining(":"));
    }

    private static String expanded(String address) {
        int present = (int) Arrays.stream(address.split(":"))
                .filter(group -> !group.isEmpty())
                .count();
        String zeros = "0:".repeat(Math.max(1, 8 - present));
        String full = address.replace("::", ":" + zeros);
        return full.startsWith(":") ? full.substring(1) : full;
    }
}
