package org.affogato.engine.install.rule;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** One thing that a field of a definition must be or is made to be. */
@FunctionalInterface
interface FieldRule {
    void apply(Document field, Document definition, Context context);
}
