package org.affogato.doctypes.frappe.core.doctype.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.affogato.engine.spi.FileContent;

/** MD5 of a content, as {@code content_hash} holds it on existing sites. It finds twins and protects nothing. */
final class ContentHash {
    private ContentHash() {}

    static String of(FileContent content) {
        try (InputStream in = content.open();
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("MD5"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
