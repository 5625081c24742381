package org.affogato.engine.install.rule;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** One thing that a definition must be or is made to be when it is saved. */
@FunctionalInterface
public interface DefinitionRule {
    /**
     * @param definition the DocType about to be saved
     */
    void apply(Document definition, Context context);
}
