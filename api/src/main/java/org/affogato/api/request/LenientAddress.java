package org.affogato.api.request;

import java.util.BitSet;

/** An address as it came over the wire, and how it should have been written. */
final class LenientAddress {
    private static final BitSet PATH = letters("-_.~!$&'()*+,;=:@/");
    private static final BitSet QUERY = letters("-_.~!$&'()*+,;=:@/?[]");

    private static BitSet letters(String signs) {
        BitSet letters = new BitSet(128);
        letters.set('a', 'z' + 1);
        letters.set('A', 'Z' + 1);
        letters.set('0', '9' + 1);
        signs.chars().forEach(letters::set);
        return letters;
    }

    private LenientAddress() {}

    /** Whether the layers below take it as it is. */
    static boolean isProper(String address) {
        BitSet allowed = PATH;
        for (int at = 0; at < address.length(); at++) {
            char letter = address.charAt(at);
            if (letter == '?' && allowed == PATH) {
                allowed = QUERY;
            } else if (letter == '%' ? !isEscape(address, at) : !allowed.get(letter)) {
                return false;
            }
        }
        return !address.startsWith("//");
    }

    /** Without a fragment, with one slash at its start, and all else that is not allowed percent-encoded. */
    static String proper(String address) {
        int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
        int start = 0;
        while (address.startsWith("//", start)) {
            start++;
        }
        BitSet allowed = PATH;
        StringBuilder proper = new StringBuilder(end + 64);
        for (int at = start; at < end; at++) {
            char letter = address.charAt(at);
            boolean startsQuery = letter == '?' && allowed == PATH;
            boolean stays = startsQuery || (letter == '%' ? isEscape(address, at) : allowed.get(letter));
            allowed = startsQuery ? QUERY : allowed;
            append(proper, letter, stays);
        }
        return proper.toString();
    }

    /** The server hands each byte of the address over as one letter. */
    private static void append(StringBuilder proper, char letter, boolean stays) {
        if (stays) {
            proper.append(letter);
        } else {
            proper.append('%');
            proper.append(Character.toUpperCase(Character.forDigit(letter >> 4 & 0xf, 16)));
            proper.append(Character.toUpperCase(Character.forDigit(letter & 0xf, 16)));
        }
    }

    private static boolean isEscape(String address, int at) {
        return at + 2 < address.length()
                && Character.digit(address.charAt(at + 1), 16) >= 0
                && Character.digit(address.charAt(at + 2), 16) >= 0;
    }
}
