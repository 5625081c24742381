/** People and places, and what they belong to. */
@NullMarked
package org.affogato.doctypes.frappe.contacts;

import org.jspecify.annotations.NullMarked;
