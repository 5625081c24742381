package org.affogato.engine.install.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of records.
 *
 * @param path the folder's name and the path below it: the same wherever the folder lies
 * @param hash MD5 of the file
 * @param documents what it says, each with its {@code doctype}
 */
public record RecordFile(String path, String hash, Kind kind, List<Map<String, @Nullable Object>> documents) {
    /** How an app ships records, in the order in which they are imported. */
    public enum Kind {
        /** {@code <module>/report/<name>/<name>.json}: the newer one of file and record counts. */
        STANDARD,
        /** {@code fixtures/<any>.json}: the file counts. */
        FIXTURE,
        /** {@code <module>/custom/<doctype>.json}: the file counts, for all that is laid over a DocType. */
        CUSTOMISATION
    }
}
