/** The command line: {@code ./affogato <command>}. */
@NullMarked
package org.affogato.api.cli;

import org.jspecify.annotations.NullMarked;
