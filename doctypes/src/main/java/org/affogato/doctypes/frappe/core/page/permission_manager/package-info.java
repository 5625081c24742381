/** The page where System Managers say which role may do what. */
@NullMarked
package org.affogato.doctypes.frappe.core.page.permission_manager;

import org.jspecify.annotations.NullMarked;
