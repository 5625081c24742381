/** Documents at {@code /api/resource}. */
@NullMarked
package org.affogato.api.resource;

import org.jspecify.annotations.NullMarked;
