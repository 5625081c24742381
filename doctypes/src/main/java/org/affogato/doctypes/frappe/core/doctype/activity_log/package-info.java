/** The log of logins and the like. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.activity_log;

import org.jspecify.annotations.NullMarked;
