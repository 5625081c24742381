/** What the desk module does beyond single DocTypes. */
@NullMarked
package org.affogato.doctypes.frappe.desk;

import org.jspecify.annotations.NullMarked;
