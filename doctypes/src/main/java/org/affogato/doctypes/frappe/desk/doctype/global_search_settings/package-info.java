/** Which DocTypes the search over all documents finds. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.global_search_settings;

import org.jspecify.annotations.NullMarked;
