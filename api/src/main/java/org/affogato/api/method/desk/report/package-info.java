/** Reports: run, kept, exported. Frappe: {@code frappe.desk.query_report}. */
@NullMarked
package org.affogato.api.method.desk.report;

import org.jspecify.annotations.NullMarked;
