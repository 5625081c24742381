package org.affogato.engine.install;

import java.util.List;
import org.affogato.engine.error.InternalError;

/** Some tables or records could not be brought in line; all others are, and the next migrate takes these up again. */
public final class MigrationFailure extends InternalError {
    public MigrationFailure(List<String> failures) {
        super(failures.size() + " parts of the migrate failed:\n" + String.join("\n", failures));
    }
}
