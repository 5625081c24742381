/** Definitions as the desk needs them to draw forms and lists. */
@NullMarked
package org.affogato.api.method.desk.meta;

import org.jspecify.annotations.NullMarked;
