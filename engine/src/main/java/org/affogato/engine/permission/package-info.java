/** Who may do what, and which rows a list shows; login secrets. */
@NullMarked
package org.affogato.engine.permission;

import org.jspecify.annotations.NullMarked;
