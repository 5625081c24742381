package org.affogato.api.cli;

import io.quarkus.runtime.QuarkusApplication;

/** Runs a command inside the started application; its exit code is the process's. */
final class CommandApplication implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        return Commands.line().execute(arguments);
    }
}
