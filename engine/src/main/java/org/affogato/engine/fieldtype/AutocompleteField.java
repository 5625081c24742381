package org.affogato.engine.fieldtype;

/** A short text; {@code options} are suggestions, not a limit. */
final class AutocompleteField extends VarcharField {
    AutocompleteField() {
        super("Autocomplete");
    }
}
