package org.affogato.engine.install;

import java.io.IOException;
import java.nio.file.Path;
import org.affogato.engine.error.InternalError;

/** A file of an app that should be JSON and is not. */
final class UnreadableFile extends InternalError {
    UnreadableFile(Path file, IOException malformed) {
        super(file + " is no JSON: " + firstLine(malformed), malformed);
    }

    private static String firstLine(IOException malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
    }
}
