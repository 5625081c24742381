/** The search over all documents: what stands in it, and who finds what. */
@NullMarked
package org.affogato.doctypes.frappe.desk.search;

import org.jspecify.annotations.NullMarked;
