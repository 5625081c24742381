package org.affogato.engine.meta;

/** Finds the {@link FieldType} of a name; unknown names get one without a column. */
@FunctionalInterface
public interface FieldTypeLookup {
    FieldType get(String fieldtype);
}
