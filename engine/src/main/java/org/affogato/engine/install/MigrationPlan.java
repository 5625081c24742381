package org.affogato.engine.install;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a migrate would do.
 *
 * @param statements SQL that changes the schema, in order
 * @param definitions DocTypes whose files are new or changed and would be imported
 * @param patches one-time data changes that would run
 * @param records files of records that are new or changed, or whose records the site changed, and would be imported
 * @param warnings what a person should know
 */
public record MigrationPlan(
        List<String> statements,
        List<String> definitions,
        List<String> patches,
        List<String> records,
        List<String> warnings) {
    /** Tells plans apart: two equal plans have the same. */
    public String hash() {
        String text = String.join("\n", statements)
                + '\0'
                + String.join("\n", definitions)
                + '\0'
                + String.join("\n", patches)
                + '\0'
                + String.join("\n", records);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean isEmpty() {
        return statements.isEmpty() && definitions.isEmpty() && patches.isEmpty() && records.isEmpty();
    }
}
