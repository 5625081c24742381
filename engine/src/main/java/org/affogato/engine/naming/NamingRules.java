package org.affogato.engine.naming;

import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Context;

/** The site's own rules, kept as Document Naming Rule: the first whose conditions a document meets names it. */
final class NamingRules {
    void apply(Document document, Context context) {}
}
