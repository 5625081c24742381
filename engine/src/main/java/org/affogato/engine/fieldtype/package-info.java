/** One class a fieldtype: column, casts, validation. {@code FieldTypes} is the map of them all. */
@NullMarked
package org.affogato.engine.fieldtype;

import org.jspecify.annotations.NullMarked;
