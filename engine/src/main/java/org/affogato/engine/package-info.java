/** The engine as a whole: put together, opened for a request, closed. */
@NullMarked
package org.affogato.engine;

import org.jspecify.annotations.NullMarked;
