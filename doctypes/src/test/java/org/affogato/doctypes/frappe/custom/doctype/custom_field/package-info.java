/** Tests of fields that a site adds. */
@NullMarked
package org.affogato.doctypes.frappe.custom.doctype.custom_field;

import org.jspecify.annotations.NullMarked;
