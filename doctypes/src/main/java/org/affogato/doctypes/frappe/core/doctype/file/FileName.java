package org.affogato.doctypes.frappe.core.doctype.file;

import java.util.UUID;
import java.util.function.Predicate;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.MandatoryError;
import org.affogato.engine.spi.FilePath;

/** Names of files as they are given, cleaned, and made unlike those that are taken. */
final class FileName {
    private FileName() {}

    /** Sets the file's name from its URL where it has none. */
    static void fill(Document file) {
        String name = file.text("file_name");
        String url = file.text("file_url");
        if (name.isEmpty() && url.isEmpty()) {
            throw new MandatoryError("A File needs a file_name or a file_url");
        }
        String given = name.isEmpty() ? url.substring(url.lastIndexOf('/') + 1) : name;
        file.set("file_name", file.check("is_folder") ? given.replace("/", "") : cleaned(given));
    }

    /** Without what no file's name can hold, and without escapes, which its URL would lose. */
    private static String cleaned(String given) {
        String plain = UrlEscapes.decoded(given);
        StringBuilder name = new StringBuilder();
        plain.chars()
                .filter(letter -> letter != '/' && letter != '\\' && !Character.isISOControl(letter))
                .forEach(letter -> name.append((char) letter));
        return name.toString().strip();
    }

    /**
     * Tries names until one is free: as given, with the end of the content's hash, with something random.
     *
     * @param take claims a place, false where it is taken
     */
    static FilePath claim(FilePath wanted, String hash, Predicate<FilePath> take) {
        FilePath path = wanted;
        String suffix = hash.substring(Math.max(0, hash.length() - 6));
        while (!take.test(path)) {
            path = new FilePath(wanted.isPrivate(), suffixed(wanted.name(), suffix));
            suffix = UUID.randomUUID().toString().replace("-", "").substring(0, 6);
        }
        return path;
    }

    /** The name with a suffix before its ending. */
    static String suffixed(String name, String suffix) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) + suffix + name.substring(dot) : name + suffix;
    }
}
