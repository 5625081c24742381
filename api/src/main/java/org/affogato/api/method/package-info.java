/** Whitelisted methods at {@code /api/method}. */
@NullMarked
package org.affogato.api.method;

import org.jspecify.annotations.NullMarked;
