package org.affogato.engine.fieldtype;

/** Fields that only shape the form: no column and no value. */
abstract class LayoutField extends ColumnlessField {
    LayoutField(String name) {
        super(name);
    }

    @Override
    public boolean hasValue() {
        return false;
    }
}
