/** The sums of users' days. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics.doctype.user_analytics_summary;

import org.jspecify.annotations.NullMarked;
