/** Analytics events as documents. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics.doctype.analytics_event;

import org.jspecify.annotations.NullMarked;
