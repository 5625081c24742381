/** Results of reports that ran in the background. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.prepared_report;

import org.jspecify.annotations.NullMarked;
