/** Rules that hold for the whole code. */
@NullMarked
package org.affogato.api.architecture;

import org.jspecify.annotations.NullMarked;
