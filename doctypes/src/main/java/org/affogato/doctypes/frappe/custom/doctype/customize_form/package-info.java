/** Customising the forms of standard DocTypes. */
@NullMarked
package org.affogato.doctypes.frappe.custom.doctype.customize_form;

import org.jspecify.annotations.NullMarked;
