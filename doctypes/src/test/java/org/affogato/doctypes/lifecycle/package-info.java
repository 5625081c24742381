/** A document's life on a whole site. */
@NullMarked
package org.affogato.doctypes.lifecycle;

import org.jspecify.annotations.NullMarked;
