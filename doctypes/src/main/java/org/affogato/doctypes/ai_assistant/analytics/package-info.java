/** Module analytics: events come in, are summed up by day, and are answered for. */
@NullMarked
package org.affogato.doctypes.ai_assistant.analytics;

import org.jspecify.annotations.NullMarked;
