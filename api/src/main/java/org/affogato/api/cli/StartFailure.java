package org.affogato.api.cli;

import io.quarkus.runtime.ApplicationLifecycleManager;
import org.jspecify.annotations.Nullable;

/** Says why the application did not start, then ends as Quarkus does: in dev mode that means to wait for a change. */
final class StartFailure {
    private StartFailure() {}

    /**
     * @param failure what stopped the start, null where the application ended by itself
     */
    static void report(Integer exitCode, @Nullable Throwable failure) {
        int code = exitCode;
        if (failure != null) {
            System.err.println("Affogato cannot start. " + Failure.text(failure));
            code = Math.max(1, exitCode);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }
}
