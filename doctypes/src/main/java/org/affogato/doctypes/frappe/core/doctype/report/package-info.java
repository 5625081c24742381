/** Saved reports. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.report;

import org.jspecify.annotations.NullMarked;
