/** Errors that a site keeps. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.error_log;

import org.jspecify.annotations.NullMarked;
