package org.affogato.doctypes.frappe.core.doctype.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent signs in the URLs of files. */
final class UrlEscapes {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:";

    private UrlEscapes() {}

    /** Without escapes; a percent sign that begins none stays. */
    static String decoded(String url) {
        if (url.indexOf('%') < 0) {
            return url;
        }
        byte[] raw = url.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            int high = at + 2 < raw.length && raw[at] == '%' ? Character.digit(raw[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[at + 2], 16);
            out.write(low < 0 ? raw[at] : high * 16 + low);
            at += low < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** With everything escaped that may not stand in a link. */
    static String encoded(String url) {
        StringBuilder out = new StringBuilder();
        for (byte letter : url.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (letter & 0xff);
            out.append(PLAIN.indexOf(plain) >= 0 ? String.valueOf(plain) : String.format("%%%02X", (int) plain));
        }
        return out.toString();
    }
}
