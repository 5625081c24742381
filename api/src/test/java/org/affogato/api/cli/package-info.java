/** The commands as processes of the packaged application: what they print, leave behind, and end with. */
@NullMarked
package org.affogato.api.cli;

import org.jspecify.annotations.NullMarked;
