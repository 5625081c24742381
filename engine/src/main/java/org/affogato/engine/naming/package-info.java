/** How a new record gets its name. */
@NullMarked
package org.affogato.engine.naming;

import org.jspecify.annotations.NullMarked;
