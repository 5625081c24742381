/** The sums of organizations' days. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics.doctype.team_analytics_summary;

import org.jspecify.annotations.NullMarked;
