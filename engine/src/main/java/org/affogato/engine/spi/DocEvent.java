package org.affogato.engine.spi;

import java.util.Locale;

/** A moment in a document's life that controllers and apps may act at, in Frappe's names and order. */
public enum DocEvent {
    BEFORE_INSERT,
    AUTONAME,
    BEFORE_NAMING,
    BEFORE_VALIDATE,
    VALIDATE,
    BEFORE_SAVE,
    DB_INSERT,
    DB_UPDATE,
    AFTER_INSERT,
    ON_UPDATE,
    ON_CHANGE,
    BEFORE_SUBMIT,
    ON_SUBMIT,
    BEFORE_CANCEL,
    ON_CANCEL,
    BEFORE_UPDATE_AFTER_SUBMIT,
    ON_UPDATE_AFTER_SUBMIT,
    ON_TRASH,
    AFTER_DELETE,
    BEFORE_RENAME,
    AFTER_RENAME,
    BEFORE_CHANGE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** {@code on_update} and the like, as hooks and docs spell it. */
    public String wireName() {
        return wireName;
    }
}
