/** Sets of roles that users get together. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.role_profile;

import org.jspecify.annotations.NullMarked;
