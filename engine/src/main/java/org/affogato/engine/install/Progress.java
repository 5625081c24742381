package org.affogato.engine.install;

/** Hears how far a migrate is. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (phase, done, total) -> {};

    /** So many of so many steps of the phase are done. May be called by several threads. */
    void step(String phase, int done, int total);
}
