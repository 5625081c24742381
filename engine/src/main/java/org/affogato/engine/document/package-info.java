/** One record in memory: data only, no behaviour. */
@NullMarked
package org.affogato.engine.document;

import org.jspecify.annotations.NullMarked;
