package org.affogato.api.cli;

/** A command that needs the running application: engine and database. */
interface ApplicationCommand {
    /** Whether it answers requests rather than doing one thing and ending. */
    default boolean serves() {
        return false;
    }
}
