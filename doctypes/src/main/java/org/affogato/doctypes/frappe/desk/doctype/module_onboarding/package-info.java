/** The first steps in a module. */
@NullMarked
package org.affogato.doctypes.frappe.desk.doctype.module_onboarding;

import org.jspecify.annotations.NullMarked;
