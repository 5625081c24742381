package org.affogato.api.file;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells addresses of the public internet from those of the own machine, the own network, and special ones. */
final class PublicAddress {
    private static final List<Network> CLOSED_4 = List.of(
            new Network(4, 8, 0),
            new Network(4, 8, 10),
            new Network(4, 10, 100, 64),
            new Network(4, 8, 127),
            new Network(4, 16, 169, 254),
            new Network(4, 12, 172, 16),
            new Network(4, 24, 192, 0, 0),
            new Network(4, 24, 192, 0, 2),
            new Network(4, 24, 192, 88, 99),
            new Network(4, 16, 192, 168),
            new Network(4, 15, 198, 18),
            new Network(4, 24, 198, 51, 100),
            new Network(4, 24, 203, 0, 113),
            new Network(4, 3, 224));

    /** Global unicast; what lies elsewhere is local or special. */
    private static final Network OPEN_6 = new Network(16, 3, 0x20);

    /** Protocol assignments with Teredo, documentation, and 6to4 and NAT64, which lead to addresses of version 4. */
    private static final List<Network> CLOSED_6 = List.of(
            new Network(16, 23, 0x20, 0x01, 0x00),
            new Network(16, 32, 0x20, 0x01, 0x0d, 0xb8),
            new Network(16, 16, 0x20, 0x02),
            new Network(16, 20, 0x3f, 0xff, 0x00));

    private PublicAddress() {}

    static boolean test(@Nullable InetAddress address) {
        return switch (address) {
            case Inet4Address four -> CLOSED_4.stream().noneMatch(network -> network.holds(four.getAddress()));
            case Inet6Address six ->
                OPEN_6.holds(six.getAddress())
                        && CLOSED_6.stream().noneMatch(network -> network.holds(six.getAddress()));
            case null, default -> false;
        };
    }

    /** The addresses that begin with the same bits. */
    private record Network(byte[] first, int bits) {
        Network(int length, int bits, int... first) {
            this(bytes(length, first), bits);
        }

        private static byte[] bytes(int length, int... first) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < first.length; i++) {
                bytes[i] = (byte) first[i];
            }
            return bytes;
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            int rest = 0xff << (8 - bits % 8) & 0xff;
            boolean sameBytes = Arrays.equals(address, 0, whole, first, 0, whole);
            return sameBytes && (bits % 8 == 0 || (address[whole] & rest) == (first[whole] & rest));
        }
    }
}
