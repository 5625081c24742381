package org.affogato.engine.install;

import java.util.List;
import org.affogato.engine.error.InternalError;

/** Some tables could not be brought in line; all others are, and the next migrate takes these up again. */
public final class MigrationFailure extends InternalError {
    public MigrationFailure(List<String> failures) {
        super(failures.size() + " DocTypes could not be migrated:\n" + String.join("\n", failures));
    }
}
