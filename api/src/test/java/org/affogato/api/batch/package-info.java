/** Several calls in one. */
@NullMarked
package org.affogato.api.batch;

import org.jspecify.annotations.NullMarked;
