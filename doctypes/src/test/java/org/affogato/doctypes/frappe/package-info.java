/** Tests of the core app. */
@NullMarked
package org.affogato.doctypes.frappe;

import org.jspecify.annotations.NullMarked;
