package org.affogato.api.cli;

import org.jspecify.annotations.Nullable;

/** Says why the application did not start. */
final class StartFailure {
    private StartFailure() {}

    /**
     * @param failure what stopped the start, null where the application ended by itself
     */
    static void report(Integer exitCode, @Nullable Throwable failure) {
        if (failure == null) {
            System.exit(exitCode);
        }
        System.err.println("Affogato cannot start. " + Failure.text(failure));
        System.exit(exitCode == 0 ? 1 : exitCode);
    }
}
