package org.affogato.engine.spi;

/**
 * How a document is deleted.
 *
 * @param force past link checks and permissions of a submitted document
 * @param ignoreMissing nothing happens where the document is not there
 * @param permanently without a Deleted Document to restore from
 */
public record DeleteOptions(boolean force, boolean ignoreMissing, boolean permanently) {
    public static final DeleteOptions DEFAULT = new DeleteOptions(false, false, false);
}
