/** Steps of workflows that wait for somebody. */
@NullMarked
package org.affogato.doctypes.frappe.workflow.doctype.workflow_action;

import org.jspecify.annotations.NullMarked;
