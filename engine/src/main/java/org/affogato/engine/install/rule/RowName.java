package org.affogato.engine.install.rule;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of rows that nobody chose: ten hexadecimal digits, as Frappe's. */
public final class RowName {
    private RowName() {}

    public static String random() {
        byte[] bytes = new byte[5];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
