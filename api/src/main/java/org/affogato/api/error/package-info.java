/** The one place where errors become answers. */
@NullMarked
package org.affogato.api.error;

import org.jspecify.annotations.NullMarked;
