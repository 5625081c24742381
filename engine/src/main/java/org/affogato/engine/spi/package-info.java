/** All that apps and adapters may use of the engine. */
@NullMarked
package org.affogato.engine.spi;

import org.jspecify.annotations.NullMarked;
