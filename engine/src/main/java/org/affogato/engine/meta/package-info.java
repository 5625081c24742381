/** Immutable definitions: what a DocType, a field and a permission rule are. */
@NullMarked
package org.affogato.engine.meta;

import org.jspecify.annotations.NullMarked;
