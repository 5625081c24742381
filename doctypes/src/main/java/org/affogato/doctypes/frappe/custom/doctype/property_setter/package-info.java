/** Changed properties of standard DocTypes. */
@NullMarked
package org.affogato.doctypes.frappe.custom.doctype.property_setter;

import org.jspecify.annotations.NullMarked;
