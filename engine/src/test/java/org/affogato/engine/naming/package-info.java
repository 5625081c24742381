/** Names of new records. */
@NullMarked
package org.affogato.engine.naming;

import org.jspecify.annotations.NullMarked;
