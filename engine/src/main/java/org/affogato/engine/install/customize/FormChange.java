package org.affogato.engine.install.customize;

import org.affogato.engine.spi.Context;

/** Puts what was customised in force: the form is judged as a whole, its table follows. */
@FunctionalInterface
public interface FormChange {
    void apply(String doctype, Context context);
}
