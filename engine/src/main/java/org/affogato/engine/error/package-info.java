/** The exception family: one class per cause, named as on the wire (`exc_type`). */
@NullMarked
package org.affogato.engine.error;

import org.jspecify.annotations.NullMarked;
