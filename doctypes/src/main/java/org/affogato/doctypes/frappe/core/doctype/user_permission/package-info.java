/** User Permissions restrict a user to certain documents. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.user_permission;

import org.jspecify.annotations.NullMarked;
