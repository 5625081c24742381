/** Fields that a site adds to DocTypes. */
@NullMarked
package org.affogato.doctypes.frappe.custom.doctype.custom_field;

import org.jspecify.annotations.NullMarked;
