/** The app {@code frappe}: the core DocTypes that every other app rests on. */
@NullMarked
package org.affogato.doctypes.frappe;

import org.jspecify.annotations.NullMarked;
