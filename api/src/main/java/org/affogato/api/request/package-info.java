/** One HTTP call: its arguments, who makes it, its transaction and its answer. */
@NullMarked
package org.affogato.api.request;

import org.jspecify.annotations.NullMarked;
