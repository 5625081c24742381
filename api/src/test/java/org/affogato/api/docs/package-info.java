/** The documentation says all there is to say. */
@NullMarked
package org.affogato.api.docs;

import org.jspecify.annotations.NullMarked;
