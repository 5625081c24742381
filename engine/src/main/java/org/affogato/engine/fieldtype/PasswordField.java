package org.affogato.engine.fieldtype;

/** A secret: kept encrypted apart from the table, whose column holds asterisks. */
final class PasswordField extends TextColumnField {
    PasswordField() {
        super("Password", "text");
    }
}
