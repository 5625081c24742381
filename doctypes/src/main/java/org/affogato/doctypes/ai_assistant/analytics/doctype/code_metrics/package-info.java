/** What users did to code. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics.doctype.code_metrics;

import org.jspecify.annotations.NullMarked;
