package org.affogato.api.cli;

/** Tells the one at the terminal why a command did not do its work. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
