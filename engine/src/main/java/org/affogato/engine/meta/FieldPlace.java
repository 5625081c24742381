package org.affogato.engine.meta;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, for messages.
 *
 * @param name the document's name, null while it has none
 * @param row the 1-based row of a child table, 0 for the document itself
 */
public record FieldPlace(String doctype, @Nullable String name, int row) {}
