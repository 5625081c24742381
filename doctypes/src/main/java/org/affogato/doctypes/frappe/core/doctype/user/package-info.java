/** Users: who may log in, and what they are. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.user;

import org.jspecify.annotations.NullMarked;
