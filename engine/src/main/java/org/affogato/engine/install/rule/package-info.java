/** What the definition of a DocType must obey when it is saved, a rule a class. */
@NullMarked
package org.affogato.engine.install.rule;

import org.jspecify.annotations.NullMarked;
