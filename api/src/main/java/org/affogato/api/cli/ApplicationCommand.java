package org.affogato.api.cli;

/** A command that needs the running application: engine and database. */
interface ApplicationCommand {
    /** Whether it answers requests rather than doing one thing and ending. */
    default boolean serves() {
        return false;
    }

    /** Whether it works with the tables of a site: one that was never migrated has none. */
    default boolean needsSite() {
        return true;
    }
}
