/** Organizations and their members. */
@NullMarked
package org.affogato.doctypes.ai_assistant.ai_assistant.doctype.organization;

import org.jspecify.annotations.NullMarked;
