/** Work in the background, as Frappe lists the jobs of its queue. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.rq_job;

import org.jspecify.annotations.NullMarked;
