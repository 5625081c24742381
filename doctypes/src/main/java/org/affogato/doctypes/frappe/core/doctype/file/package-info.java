/** Files and folders: what is kept of them, who may do what with them, and where their contents go. */
@NullMarked
package org.affogato.doctypes.frappe.core.doctype.file;

import org.jspecify.annotations.NullMarked;
