/** Roles, which carry rights. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.role;

import org.jspecify.annotations.NullMarked;
